/** A timeline as bars: a line a period, empty ones too, so that a gap is as long as it was. */
import type { Period, Timeline } from "../../../index.js";
import type { Terminal } from "../../io/terminal.js";
import { type Theme, themeFor } from "../../render/theme.js";

/** The eighths of a block, from none to seven. */
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const BLOCK = "█";
const ASCII_BLOCK = "#";
const GAP = "  ";
/** Fewer columns draw no bar worth looking at: then there are only numbers. */
const LEAST_BAR = 4;
/** A longer run of empty periods is one line that says how long it is. */
const LONGEST_GAP = 24;

/**
 * The lines, each with its line end: period, bar, number. In a pipe period and number with a tab between them.
 * `utf8` says whether the terminal shows more than ASCII.
 */
export async function timelineLines(
  { periods, by }: Timeline,
  terminal: Terminal,
  utf8: boolean,
): Promise<string[]> {
  const theme = await themeFor(terminal.color);
  if (terminal.columns === null)
    return periods.map(({ period, articles }) => `${theme.date(period)}\t${articles}\n`);
  const largest = periods.reduce((most, { articles }) => Math.max(most, articles), 1);
  const label = periods[0]?.period.length ?? 0;
  const room = terminal.reading - label - 2 * GAP.length - String(largest).length;
  const bar = barOf(room >= LEAST_BAR ? room / largest : 0, utf8);
  return runs(periods).flatMap((run) =>
    run.length > LONGEST_GAP
      ? [`${gapLine(run.length, by, label, utf8)}\n`]
      : run.map((period) => `${line(period, bar(period.articles), theme)}\n`),
  );
}

/** The periods in runs: those that are empty beside each other together, the others alone. */
function runs(periods: readonly Period[]): Period[][] {
  const runs: Period[][] = [];
  let last: Period | undefined;
  for (const period of periods) {
    if (last?.articles === 0 && period.articles === 0) runs.at(-1)?.push(period);
    else runs.push([period]);
    last = period;
  }
  return runs;
}

function gapLine(count: number, by: string, label: number, utf8: boolean): string {
  return `${(utf8 ? "⋮" : ":").padEnd(label)}${GAP}${count} ${by}s without any`;
}

function line({ period, articles }: Period, bar: string, theme: Theme): string {
  if (articles === 0) return theme.date(period);
  return [theme.date(period), ...(bar === "" ? [] : [theme.bar(bar)]), articles].join(GAP);
}

/** Draws a number, `scale` columns to one; whatever is not zero can be seen. */
function barOf(scale: number, utf8: boolean): (number: number) => string {
  if (scale === 0) return () => "";
  if (!utf8) return (number) => ASCII_BLOCK.repeat(Math.max(1, Math.round(number * scale)));
  return (number) => {
    const eighths = Math.max(1, Math.round(number * scale * 8));
    return BLOCK.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
  };
}
