/** How the parts of the output look; without colour every part is itself. */
import type { Palette } from "../io/environment.js";

/** Of one text only: chalk itself takes several, and so all that `map` gives. */
type Style = (text: string) => string;

export interface Theme {
  plain: Style;
  id: Style;
  date: Style;
  place: Style;
  title: Style;
  faint: Style;
  match: Style;
  bar: Style;
  /** Of what changed between two texts. */
  removed: Style;
  added: Style;
}

const plain: Style = (text) => text;

/** Only the sixteen colours that a terminal's user sets. chalk is loaded only where there is colour. */
export async function themeFor(color: Palette | false): Promise<Theme> {
  if (!color)
    return {
      plain,
      id: plain,
      date: plain,
      place: plain,
      title: plain,
      faint: plain,
      match: plain,
      bar: plain,
      removed: plain,
      added: plain,
    };
  const { Chalk } = await import("chalk");
  // Whether there is colour is decided already: chalk must not decide again.
  const chalk = new Chalk({ level: 1 });
  const red: Style = (text) => chalk.bold.red(text);
  const themes = {
    dark: {
      id: (text) => chalk.yellow(text),
      date: (text) => chalk.green(text),
      place: (text) => chalk.cyan(text),
      match: red,
      bar: (text) => chalk.cyan(text),
    },
    // Yellow, green and cyan can't be read on white.
    light: {
      id: (text) => chalk.blue(text),
      date: (text) => chalk.magenta(text),
      place: plain,
      match: red,
      bar: (text) => chalk.blue(text),
    },
    none: { id: plain, date: plain, place: plain, match: (text) => chalk.bold.underline(text), bar: plain },
  } satisfies Record<Palette, Partial<Theme>>;
  const added =
    color === "none" ? chalk.underline : color === "light" ? chalk.blue.underline : chalk.green.underline;
  // Not by colour alone: not everybody can tell red from green.
  const changes = {
    removed: (text: string) => (color === "none" ? chalk.strikethrough(text) : chalk.red.strikethrough(text)),
    added: (text: string) => added(text),
  };
  return {
    plain,
    ...changes,
    title: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    ...themes[color],
  };
}
