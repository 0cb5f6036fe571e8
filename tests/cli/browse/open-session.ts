/** A session on a terminal that only keeps what it is sent, with a real archive behind it. */
import { Finder } from "../../../src/cli/browse/finder.js";
import type { Key } from "../../../src/cli/browse/keys.js";
import { ORDERS, type Order } from "../../../src/cli/browse/model.js";
import { type Doings, Session } from "../../../src/cli/browse/session.js";
import type { Told, Tty } from "../../../src/cli/browse/tty.js";
import { themeFor } from "../../../src/cli/render/theme.js";
import { measureFor } from "../../../src/cli/render/width.js";
import { type Archive, type CountOptions, openArchive } from "../../../src/index.js";

const [RELEVANCE] = ORDERS as [Order];
export const ESCAPE: Key = { name: "escape", meta: true, sequence: "\x1b" };
export const ENTER: Key = { name: "return", sequence: "\r" };
export const ctrl = (name: string): Key => ({ name, ctrl: true });

export class FakeTty implements Tty {
  sent = "";
  readonly writes: string[] = [];
  told: Told | undefined;
  at = { columns: 80, rows: 12 };
  write(text: string): void {
    this.sent += text;
    this.writes.push(text);
  }
  raw(): void {}
  size() {
    return this.at;
  }
  listen(told: Told): void {
    this.told = told;
  }
  pause(): void {}
  close(): void {}
  type(text: string): void {
    for (const sequence of text) this.told?.key({ sequence });
  }
  key(...keys: Key[]): void {
    for (const key of keys) this.told?.key(key);
  }
  /** Once it was sent this, since the last call. */
  async waitFor(pattern: RegExp): Promise<string> {
    for (let i = 0; i < 1_000; i++) {
      const sent = this.sent.replace(/\x1b\[[?\d;]*[A-Za-z]/g, " ");
      if (pattern.test(sent)) {
        this.sent = "";
        return sent;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`was not sent ${pattern}: ${JSON.stringify(this.sent)}`);
  }
}

let opened: Archive | undefined;

/** The archive that was opened last. */
export const archive = (): Archive | undefined => opened;

export async function closeArchive(): Promise<void> {
  await opened?.close();
}

export interface Opened {
  tty: FakeTty;
  ended: Promise<readonly string[]>;
  finder: Finder;
  searched: string[];
}

export async function open(
  dir: string,
  doings: Partial<Doings> = {},
  query = "",
  filter: CountOptions = {},
): Promise<Opened> {
  const made = await openArchive({ dir, cache: false });
  opened = made;
  const tty = new FakeTty();
  const finder = new Finder(made, filter);
  const searched: string[] = [];
  const find = finder.find.bind(finder);
  finder.find = (typed, ...more) => {
    searched.push(typed);
    return find(typed, ...more);
  };
  const look = {
    theme: { ...(await themeFor(false)), match: (text: string) => `[${text}]` },
    measure: await measureFor(["港"]),
    vertical: "|",
    horizontal: "-",
    filters: Object.values(filter).join(" "),
  };
  const reload = async (): Promise<void> => {
    await made.refresh();
    finder.forget();
  };
  const all: Doings = { read: null, edit: async () => {}, reload, ...doings };
  const ended = new Session(tty, finder, look, all, { query, order: RELEVANCE }).run();
  await tty.waitFor(/\d · (?:date|relevance)/);
  return { tty, ended, finder, searched };
}
