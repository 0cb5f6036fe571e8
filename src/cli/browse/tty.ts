/** The terminal as a device: keys and sizes come from it, text goes to it. */
import { closeSync, openSync } from "node:fs";
import { emitKeypressEvents, type Interface } from "node:readline";
import { isatty, ReadStream, WriteStream } from "node:tty";
import { dropDeadTerminals } from "./dead-terminal.js";
import type { Key } from "./keys.js";
import type { Size } from "./layout.js";

export interface Tty {
  write(text: string): void;
  /** Whether keys come one by one, without being shown or taken for signals. */
  raw(on: boolean): void;
  size(): Size;
  /** Begins to listen. */
  listen(told: Told): void;
  /** Leaves the keys to another program, or takes them back. */
  pause(on: boolean): void;
  close(): void;
}

/** What a terminal tells. */
export interface Told {
  key(key: Key): void;
  resize(): void;
  /** The process goes on after it was stopped. */
  resume(): void;
  /** There is no terminal any more. */
  end(): void;
}

const DEVICE = "/dev/tty";
/** How long Escape waits for what would make another key of it, in milliseconds: over ssh they may come apart. */
const ESCAPE_PAUSE = 50;
const USUAL: Size = { columns: 80, rows: 24 };

/**
 * The terminal that standard input and output are, or the process's own where one of them is a pipe. Null if there is
 * none.
 */
export function openTty(): Tty | null {
  const device = (): number | null => {
    try {
      return openSync(DEVICE, "r+");
    } catch {
      return null;
    }
  };
  const opened: number[] = [];
  const own = (): number | null => {
    const file = device();
    if (file !== null) opened.push(file);
    return file;
  };
  const input = isatty(0) ? 0 : own();
  const output = isatty(1) ? 1 : own();
  if (input !== null && output !== null)
    return new TerminalDevice(
      input === 0 ? process.stdin : new ReadStream(input),
      output === 1 ? process.stdout : new WriteStream(output),
      [input, output],
    );
  for (const file of opened) closeSync(file);
  return null;
}

class TerminalDevice implements Tty {
  private told: Told | undefined;
  /** Nothing more can be said to it, and to try would end the process by a signal. */
  private isGone = false;

  constructor(
    private readonly input: ReadStream,
    private readonly output: WriteStream,
    private readonly descriptors: readonly number[],
  ) {}

  write(text: string): void {
    if (!this.isGone && !this.output.destroyed) this.output.write(text);
  }

  raw(on: boolean): void {
    if (!this.isGone && !this.input.destroyed) this.input.setRawMode(on);
  }

  size(): Size {
    // Only standard output keeps count of its size.
    if (this.output === process.stdout) return sizeOf(process.stdout);
    try {
      const probe = new WriteStream(openSync(DEVICE, "r+"));
      const size = sizeOf(probe);
      probe.destroy();
      return size;
    } catch {
      return USUAL;
    }
  }

  listen(told: Told): void {
    this.told = told;
    // The parser takes a whole interface but asks only for its patience.
    emitKeypressEvents(this.input, { escapeCodeTimeout: ESCAPE_PAUSE } as unknown as Interface);
    this.input.on("keypress", this.onKey);
    for (const stream of [this.input, this.output]) stream.on("error", this.onEnd);
    this.input.on("end", this.onEnd);
    if (this.output === process.stdout) this.output.on("resize", this.onResize);
    else process.on("SIGWINCH", this.onResize);
    process.on("SIGCONT", this.onResume);
    process.on("SIGHUP", this.onEnd);
    this.input.resume();
  }

  private readonly onKey = (_text: string | undefined, key: Key): void => this.told?.key(key);
  private readonly onResize = (): void => this.told?.resize();
  private readonly onResume = (): void => this.told?.resume();
  private readonly onEnd = (): void => {
    // A hangup may also be asked for by somebody, and then the terminal wants its settings back.
    this.isGone ||= !this.descriptors.every((descriptor) => isatty(descriptor));
    if (this.isGone) dropDeadTerminals();
    this.told?.end();
  };

  pause(on: boolean): void {
    if (on) this.input.pause();
    else this.input.resume();
  }

  close(): void {
    this.input.off("keypress", this.onKey);
    this.output.off("resize", this.onResize);
    process.off("SIGWINCH", this.onResize);
    process.off("SIGCONT", this.onResume);
    if (this.isGone) return;
    process.off("SIGHUP", this.onEnd);
    this.input.pause();
    if (this.input !== process.stdin) this.input.destroy();
    if (this.output !== process.stdout) this.output.destroy();
  }
}

function sizeOf({ columns, rows }: WriteStream): Size {
  return { columns: columns || USUAL.columns, rows: rows || USUAL.rows };
}
