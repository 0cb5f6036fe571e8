/** The built tool in a real terminal: keys are sent, the screen is read. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BIN, environment, folder } from "./tool.js";

export const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

/** How often the screen is looked at, in milliseconds, and how often at the most. */
const LOOK = 50;
const MOST_LOOKS = 400;

interface Size {
  columns: number;
  rows: number;
}

const pause = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK);
};

/** The words before a program's name that give it the tests' environment and a terminal's. */
function inEnvironment(more: Record<string, string>): string {
  const variables = Object.entries({ ...environment(more), TERM: more.TERM ?? "screen-256color" });
  return `env -i ${variables.map(([name, value]) => `${name}='${value}'`).join(" ")}`;
}

/**
 * A terminal in a server of its own: nothing of the user's sessions is touched, and a server that is still
 * on its way out takes no new terminal.
 */
class Terminal {
  private readonly socket = join(folder(), "tmux");

  constructor({ columns, rows }: Size, command: string) {
    this.tmux("-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), command);
  }

  private run(...words: string[]) {
    return spawnSync("tmux", ["-S", this.socket, ...words], { encoding: "utf8", timeout: 20_000 });
  }

  tmux(...words: string[]): string {
    const { status, stdout, stderr } = this.run(...words);
    if (status !== 0) throw new Error(`tmux ${words.join(" ")}: ${status}: ${stderr}`);
    return stdout;
  }

  /** What `read` gives once it holds this; throws if it does not come to that. */
  until(pattern: RegExp, read: () => string): string {
    let text = "";
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      text = read();
      if (pattern.test(text)) return text;
      pause();
    }
    throw new Error(`the terminal does not show ${pattern}:\n${text}`);
  }

  /** May be called again. */
  end(): void {
    this.run("kill-server");
  }
}

/** What a terminal so many columns wide shows, in colour, once the tool has been run with these words. */
export function printed(words: string, columns: number, more: Record<string, string> = {}): string[] {
  // The title comes to the terminal behind all that was printed.
  const script = `${inEnvironment(more)} "${process.execPath}" "${BIN}" ${words}; printf '\\033]2;printed\\033\\\\'; sleep 60`;
  const terminal = new Terminal({ columns, rows: 30 }, script);
  try {
    terminal.until(/^printed$/m, () => terminal.tmux("display-message", "-p", "#{pane_title}"));
    return terminal.tmux("capture-pane", "-p", "-e").trimEnd().split("\n");
  } finally {
    terminal.end();
  }
}

/** A shell in a terminal of its own, in which `azertac` is the tool; `end` must be called. */
export class Screen extends Terminal {
  private readonly raw = join(folder(), "raw");

  constructor(more: Record<string, string> = {}, size: Size = { columns: 80, rows: 24 }) {
    const rc = join(folder(), "rc");
    writeFileSync(rc, `azertac() { "${process.execPath}" "${BIN}" "$@"; }; PS1='ready> '; PS2=''\n`);
    super(size, `${inEnvironment(more)} bash --noprofile --rcfile "${rc}" -i`);
    this.tmux("pipe-pane", "-o", `cat > "${this.raw}"`);
    this.waitFor(/ready> $/m);
  }

  /** Types what is not a line yet. */
  write(text: string): void {
    this.tmux("send-keys", "-l", text);
  }

  /** Types a line. */
  type(line: string): void {
    this.write(line);
    this.keys("Enter");
  }

  /** Presses keys by tmux's names: `q`, `C-c`, `Enter`. */
  keys(...names: string[]): void {
    this.tmux("send-keys", ...names);
  }

  /** Pastes as a person does: between marks, if the program asks for them. */
  paste(text: string): void {
    this.tmux("set-buffer", text);
    // With its line ends as they are.
    this.tmux("paste-buffer", "-p", "-r");
  }

  /** What is on the screen, without colours. */
  get text(): string {
    return this.tmux("capture-pane", "-p").trimEnd();
  }

  /** All that was sent to the terminal so far: it comes to the file some time after the screen. */
  get sent(): string {
    for (let before: string | undefined; ; pause()) {
      const sent = readFileSync(this.raw, "utf8");
      if (sent === before) return sent;
      before = sent;
    }
  }

  /** The screen once it shows this; throws if it does not come to that. */
  waitFor(pattern: RegExp): string {
    return this.until(pattern, () => `${this.text} `);
  }

  /** Whether the alternate screen is shown, and the cursor. */
  get modes(): { alternate: boolean; cursor: boolean } {
    const [alternate, cursor] = this.tmux("display", "-p", "#{alternate_on} #{cursor_flag}").split(" ");
    return { alternate: alternate === "1", cursor: cursor?.trim() === "1" };
  }

  resize({ columns, rows }: Size): void {
    this.tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }
}
