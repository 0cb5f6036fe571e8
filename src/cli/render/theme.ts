/** How the parts of the output look; without colour every part is itself. */

type Style = (text: string) => string;

export interface Theme {
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
  if (!color) return { id: plain, date: plain, place: plain, title: plain, faint: plain, match: plain };
  const { Chalk } = await import("chalk");
  // Whether there is colour is decided already: chalk must not decide again.
  const chalk = new Chalk({ level: 1 });
  return {
    id: chalk.yellow,
    date: chalk.green,
    place: chalk.cyan,
    title: chalk.bold,
    faint: chalk.dim,
    match: chalk.bold.red,
  };
}
