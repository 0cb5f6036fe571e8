import { emitKeypressEvents, type Interface } from "node:readline";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { type Action, actionOf, type Key } from "../../../src/cli/browse/keys.js";

/** What a terminal sends, as readline tells of it. */
async function keysOf(bytes: string): Promise<Key[]> {
  const stream = new PassThrough();
  const keys: Key[] = [];
  emitKeypressEvents(stream, { escapeCodeTimeout: 1 } as unknown as Interface);
  stream.on("keypress", (_, key: Key) => keys.push(key));
  stream.write(bytes);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return keys;
}

test.each<[string, string, Action | null]>([
  ["a letter", "a", { insert: "a" }],
  ["a capital", "A", { insert: "A" }],
  ["a letter of another script", "ж", { insert: "ж" }],
  ["an emoji", "😀", { insert: "😀" }],
  ["a quotation mark", '"', { insert: '"' }],
  ["a space", " ", { insert: " " }],
  ["Enter", "\r", "open"],
  ["Ctrl-J", "\n", "down"],
  ["Ctrl-K", "\x0b", "up"],
  ["Ctrl-N", "\x0e", "down"],
  ["Ctrl-P", "\x10", "up"],
  ["an arrow", "\x1b[A", "up"],
  ["an arrow of a keypad in application mode", "\x1bOB", "down"],
  ["page up", "\x1b[5~", "pageUp"],
  ["Ctrl-Left", "\x1b[1;5D", "wordLeft"],
  ["Alt-F", "\x1bf", "wordRight"],
  ["Shift-Down", "\x1b[1;2B", "previewDown"],
  ["Home", "\x1b[H", "start"],
  ["Backspace", "\x7f", "deleteBack"],
  ["Delete", "\x1b[3~", "deleteForward"],
  ["Ctrl-W", "\x17", "deleteWord"],
  ["Ctrl-U", "\x15", "clear"],
  ["Ctrl-Y", "\x19", "copy"],
  ["F1", "\x1bOP", "help"],
  ["Tab", "\t", "mark"],
  ["Ctrl-O", "\x0f", "edit"],
  ["F4", "\x1bOS", "edit"],
  ["Ctrl-T", "\x14", "summary"],
  ["F2", "\x1bOQ", "summary"],
  ["Ctrl-X", "\x18", "related"],
  ["F3", "\x1bOR", "related"],
  ["Escape alone", "\x1b", "back"],
  ["Ctrl-C", "\x03", "quit"],
  ["a key that means nothing", "\x1b[17~", null],
  ["Ctrl with a letter that means nothing", "\x11", null],
  ["Alt with a letter that means nothing", "\x1bz", null],
])("%s", async (_, bytes, action) => {
  const keys = await keysOf(bytes);
  expect(keys.map((key) => actionOf(key))).toEqual([action]);
});

test("a paste is text, whatever keys it looks like", async () => {
  const keys = await keysOf("\x1b[200~oil\ngas\x1b[201~");
  expect(actionOf(keys[0] ?? {})).toBe("pasteStart");
  expect(keys.slice(1, -1).map((key) => actionOf(key, true))).toEqual(
    [..."oil\ngas"].map((insert) => ({ insert })),
  );
  expect(actionOf(keys.at(-1) ?? {}, true)).toBe("pasteEnd");
});
