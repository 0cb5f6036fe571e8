import { afterEach, describe, expect, test } from "vitest";
import type { Frame } from "../../../src/cli/browse/frame.js";
import { Screen } from "../../../src/cli/browse/screen.js";

const SIZE = { columns: 40, rows: 3 };
const frame = (...rows: string[][]): Frame => ({
  size: SIZE,
  rows: rows.map((cells) => cells.map((text, i) => ({ column: i * 20, text }))),
  cursor: { column: 2, row: 0 },
});

let screen: Screen;
afterEach(() => screen.end());

function open(): { sent: () => string; raw: boolean[] } {
  let text = "";
  const raw: boolean[] = [];
  screen = new Screen({
    write: (more) => {
      text += more;
    },
    raw: (on) => raw.push(on),
  });
  screen.enter();
  return {
    raw,
    sent: () => {
      const all = text;
      text = "";
      return all;
    },
  };
}

/** The text that was sent, without what moves the cursor and the like. */
const plain = (text: string): string => text.replace(/\x1b\[[?\d;]*[A-Za-z]/g, "");

describe("draw", () => {
  test("only rows that differ, from the first cell that does", () => {
    const { sent } = open();
    screen.draw(frame(["query"], ["first", "preview"], ["status"]));
    expect(plain(sent())).toBe("queryfirstpreviewstatus");
    screen.draw(frame(["query"], ["first", "other"], ["status"]));
    expect(plain(sent())).toBe("other");
    screen.draw(frame(["query"], ["second", "other"], ["status"]));
    expect(plain(sent())).toBe("secondother");
  });

  test("nothing where nothing differs", () => {
    const { sent } = open();
    screen.draw(frame(["query"], ["first"]));
    sent();
    screen.draw(frame(["query"], ["first"]));
    expect(sent()).toBe("");
  });

  test("the cursor alone where only it moves", () => {
    const { sent } = open();
    screen.draw(frame(["query"]));
    sent();
    screen.draw({ ...frame(["query"]), cursor: { column: 5, row: 0 } });
    expect(sent()).toBe("\x1b[1;6H");
  });

  test("cells that are gone are erased", () => {
    const { sent } = open();
    screen.draw(frame(["query"], ["first", "preview"]));
    sent();
    screen.draw(frame(["query"], ["first"]));
    // Row 2, column 21, to the end of the row.
    expect(sent()).toContain("\x1b[2;21H\x1b[K");
  });

  test("all of it on a terminal of another size, or where what is there was forgotten", () => {
    const { sent } = open();
    screen.draw(frame(["query"], ["first"]));
    sent();
    screen.draw({ ...frame(["query"], ["first"]), size: { columns: 50, rows: 3 } });
    expect(plain(sent())).toBe("queryfirst");
    screen.forgetDrawn();
    screen.draw({ ...frame(["query"], ["first"]), size: { columns: 50, rows: 3 } });
    expect(plain(sent())).toBe("queryfirst");
  });

  test("nothing on a terminal that was left", () => {
    const { sent } = open();
    screen.leave();
    sent();
    screen.draw(frame(["query"]));
    expect(sent()).toBe("");
  });
});

test("what is set is set back, once", () => {
  const { sent, raw } = open();
  const entered = sent();
  screen.leave();
  screen.leave();
  screen.end();
  const left = sent();
  for (const [, mode] of entered.matchAll(/\x1b\[\?(\d+)h/g)) expect(left).toContain(`\x1b[?${mode}l`);
  for (const [, mode] of entered.matchAll(/\x1b\[\?(\d+)l/g)) expect(left).toContain(`\x1b[?${mode}h`);
  expect(left).toContain("\x1b[?25h");
  expect(left.match(/\x1b\[\?1049l/g)).toHaveLength(1);
  expect(raw).toEqual([true, false]);
});

test("it can be entered again, and no listeners are left behind", () => {
  const before = process.listenerCount("uncaughtExceptionMonitor");
  const { sent } = open();
  screen.leave();
  sent();
  screen.enter();
  expect(sent()).toContain("\x1b[?1049h");
  screen.end();
  expect(process.listenerCount("uncaughtExceptionMonitor")).toBe(before);
});
