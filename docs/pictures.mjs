#!/usr/bin/env node
// Makes docs/search.svg and docs/browse.svg from what the built tool prints for the sample: node docs/pictures.mjs
// Needs tmux, in which `browse` runs.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../bin/azertac.js", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "azertac-pictures-"));
/** Nothing of the user's settings, cache or terminal. */
const environment = {
  PATH: process.env.PATH ?? "",
  HOME: scratch,
  LANG: "C.UTF-8",
  TERM: "screen-256color",
  AZERTAC_CONFIG: "",
  AZERTAC_CACHE: join(scratch, "cache"),
};

function run(command, words, env = environment) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", env, timeout: 30_000 });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${stderr}`);
  return stdout;
}

/** What `azertac` prints with these words on a terminal in colour. */
function printed(words) {
  return run(process.execPath, [BIN, ...words, "--color", "always"], { ...environment, COLUMNS: "78" });
}

/** The screen of `azertac browse` once a query was typed and its hits are shown. */
async function browsed(query, size, shows) {
  const tmux = (...words) => run("tmux", ["-S", join(scratch, "tmux"), ...words]);
  const [columns, rows] = size.map(String);
  tmux(
    "-f",
    "/dev/null",
    "new-session",
    "-d",
    "-x",
    columns,
    "-y",
    rows,
    `"${process.execPath}" "${BIN}" browse`,
  );
  try {
    await until(() => tmux("capture-pane", "-p").includes("Algiers"));
    tmux("send-keys", "-l", query);
    await until(() => shows(tmux("capture-pane", "-p")));
    // Number and preview of the query's beginning are still there when it is typed.
    for (let before; ; ) {
      const screen = tmux("capture-pane", "-p", "-e");
      if (screen === before) return screen;
      before = screen;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    tmux("kill-server");
  }
}

async function until(isReady) {
  for (let looks = 0; looks < 200; looks++) {
    if (isReady()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the terminal does not show what it should");
}

const COLORS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
const PLAIN = { bold: false, dim: false, underline: false, inverse: false, color: null };

/** The look after one code of an SGR sequence. */
function restyled(look, code) {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 4) return { ...look, underline: true };
  if (code === 7) return { ...look, inverse: true };
  if (code === 22) return { ...look, bold: false, dim: false };
  if (code === 24) return { ...look, underline: false };
  if (code === 27) return { ...look, inverse: false };
  if (code === 39) return { ...look, color: null };
  const color = COLORS[code - (code >= 90 ? 90 : 30)];
  return color ? { ...look, color } : look;
}

/** Lines of runs of text with one look each. The look goes on from line to line, as tmux writes it. */
function parsed(output) {
  let look = PLAIN;
  return output
    .trimEnd()
    .split("\n")
    .map((line) => {
      const runs = [];
      for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
        const codes = /^\x1b\[([\d;]*)m$/.exec(part)?.[1];
        if (codes === undefined) {
          // Hyperlinks and shifts of the character set.
          const text = part.replace(/\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)|\x0e|\x0f/g, "");
          if (text !== "") runs.push({ text, look });
        } else for (const code of codes.split(";")) look = restyled(look, Number(code));
      }
      return runs;
    });
}

const CHARACTER = 8.4;
const LINE = 19;
const MARGIN = 16;

const STYLE = `
  .page { fill: #ffffff; stroke: #d0d7de; }
  text {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 14px;
    fill: #1f2328; white-space: pre;
  }
  .bold { font-weight: bold; } .dim { fill: #656d76; } .underline { text-decoration: underline; }
  .red { fill: #cf222e; } .green { fill: #116329; } .yellow { fill: #7d4e00; } .blue { fill: #0969da; }
  .magenta { fill: #8250df; } .cyan { fill: #1b6b75; }
  .bar { fill: #1f2328; } .inverse { fill: #ffffff; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d; }
    text { fill: #e6edf3; } .dim { fill: #8d96a0; }
    .red { fill: #ff7b72; } .green { fill: #7ee787; } .yellow { fill: #e3b341; } .blue { fill: #79c0ff; }
    .magenta { fill: #d2a8ff; } .cyan { fill: #76e3ea; }
    .bar { fill: #e6edf3; } .inverse { fill: #0d1117; }
  }`;

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const rounded = (number) => Number(number.toFixed(2));

/** Terminal output as SVG, for a light and a dark page. */
function svg(output, title, columns) {
  const lines = parsed(output);
  const width = rounded(columns * CHARACTER + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  const shapes = lines.flatMap((runs, row) => {
    const top = MARGIN + row * LINE;
    let column = 0;
    return runs.flatMap(({ text, look }) => {
      const x = rounded(MARGIN + column * CHARACTER);
      const length = [...text].length;
      column += length;
      const long = rounded(length * CHARACTER);
      const bar = `<rect class="bar" x="${x}" y="${top}" width="${long}" height="${LINE}"/>`;
      const { color, ...flags } = look;
      const classes = [
        ...Object.keys(flags).filter((name) => flags[name]),
        ...(color && !look.inverse ? [color] : []),
      ];
      const style = classes.length > 0 ? ` class="${classes.join(" ")}"` : "";
      const place = `x="${x}" y="${top + 14}" textLength="${long}" xml:space="preserve"`;
      const words = text.trim() === "" ? [] : [`<text ${place}${style}>${escaped(text)}</text>`];
      return look.inverse ? [bar, ...words] : words;
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}
</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${shapes.join("\n")}
</svg>
`;
}

const write = (name, contents) => writeFileSync(fileURLToPath(new URL(name, import.meta.url)), contents);

try {
  const words = ["search", "algeria", "energy"];
  const call = `\x1b[2m$ \x1b[22m\x1b[1mazertac ${words.join(" ")}\x1b[22m`;
  write(
    "search.svg",
    svg(`${call}\n${printed(words)}`, "A search in a terminal, with the matching words in colour", 80),
  );
  const screen = await browsed("energy", [100, 24], (text) =>
    /1 · relevance[\s\S]*renewable energy/.test(text),
  );
  write(
    "browse.svg",
    svg(screen, "azertac browse: the query, its hits, and a preview of the chosen article", 100),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
