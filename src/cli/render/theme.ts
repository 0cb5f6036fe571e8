/** How the parts of the output look; without colour every part is itself. */

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
}

const plain: Style = (text) => text;

/** chalk is loaded only where there is colour. */
export async function themeFor(color: boolean): Promise<Theme> {
  if (!color)
    return { plain, id: plain, date: plain, place: plain, title: plain, faint: plain, match: plain };
  const { Chalk } = await import("chalk");
  // Whether there is colour is decided already: chalk must not decide again.
  const chalk = new Chalk({ level: 1 });
  return {
    plain,
    id: (text) => chalk.yellow(text),
    date: (text) => chalk.green(text),
    place: (text) => chalk.cyan(text),
    title: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    match: (text) => chalk.bold.red(text),
  };
}
