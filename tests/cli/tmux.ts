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

/** A shell in a terminal of its own, in which `azertac` is the tool; `end` must be called. */
export class Screen {
  /** A server of its own, so that nothing of the user's sessions is touched. */
  private readonly socket = join(folder(), "tmux");
  private readonly raw = join(folder(), "raw");

  constructor(more: Record<string, string> = {}, { columns, rows }: Size = { columns: 80, rows: 24 }) {
    const rc = join(folder(), "rc");
    writeFileSync(rc, `azertac() { "${process.execPath}" "${BIN}" "$@"; }; PS1='ready> '; PS2=''\n`);
    const variables = Object.entries({ ...environment(more), TERM: more.TERM ?? "screen-256color" });
    const set = variables.map(([name, value]) => `${name}='${value}'`).join(" ");
    const size = ["-x", String(columns), "-y", String(rows)];
    const shell = `env -i ${set} bash --noprofile --rcfile "${rc}" -i`;
    this.tmux("-f", "/dev/null", "new-session", "-d", ...size, shell);
    this.tmux("pipe-pane", "-o", `cat > "${this.raw}"`);
    this.waitFor(/ready> $/m);
  }

  private tmux(...words: string[]): string {
    return spawnSync("tmux", ["-S", this.socket, ...words], { encoding: "utf8", timeout: 20_000 }).stdout;
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

  /** All that was sent to the terminal so far. */
  get sent(): string {
    return readFileSync(this.raw, "utf8");
  }

  /** The screen once it shows this; throws if it does not come to that. */
  waitFor(pattern: RegExp): string {
    let text = "";
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      text = `${this.text} `;
      if (pattern.test(text)) return text;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK);
    }
    throw new Error(`the screen does not show ${pattern}:\n${text}`);
  }

  /** Whether the alternate screen is shown, and the cursor. */
  get modes(): { alternate: boolean; cursor: boolean } {
    const [alternate, cursor] = this.tmux("display", "-p", "#{alternate_on} #{cursor_flag}").split(" ");
    return { alternate: alternate === "1", cursor: cursor?.trim() === "1" };
  }

  resize({ columns, rows }: Size): void {
    this.tmux("resize-window", "-x", String(columns), "-y", String(rows));
  }

  end(): void {
    this.tmux("kill-server");
  }
}
