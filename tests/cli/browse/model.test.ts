import { describe, expect, test } from "vitest";
import type { Key } from "../../../src/cli/browse/keys.js";
import {
  type Answer,
  answered,
  chosenOf,
  isAnswered,
  type Model,
  modelOf,
  neededOf,
  ORDERS,
  type Order,
  press,
  previewed,
  resized,
} from "../../../src/cli/browse/model.js";
import { articleOf } from "../render/article-of.js";

const SIZE = { columns: 80, rows: 12 };
/** Rows of the list on such a screen. */
const ROWS = 10;
const [RELEVANCE] = ORDERS as [Order];
const mark = () => [];

const answerOf = (typed: string, total: number, loaded = Math.min(total, ROWS)): Answer => ({
  typed,
  order: RELEVANCE,
  query: typed,
  total,
  relaxed: false,
  articles: Array.from({ length: loaded }, (_, i) => articleOf({ id: `id-${i}` })),
  mark,
});

const KEYS: Record<string, Key> = {
  down: { name: "down" },
  up: { name: "up" },
  pageDown: { name: "pagedown" },
  pageUp: { name: "pageup" },
  enter: { name: "return", sequence: "\r" },
  sort: { name: "s", ctrl: true },
  help: { name: "f1" },
  shiftDown: { name: "down", shift: true },
  shiftUp: { name: "up", shift: true },
};

function pressed(model: Model, ...names: (keyof typeof KEYS | Key)[]): Model {
  return names.reduce<Model>(
    (before, name) => press(before, typeof name === "string" ? (KEYS[name] ?? {}) : name).model,
    model,
  );
}
const typed = (model: Model, text: string): Model =>
  [...text].reduce((before, sequence) => press(before, { sequence }).model, model);

const start = (total: number): Model => answered(modelOf("oil", RELEVANCE, SIZE), answerOf("oil", total));

describe("the list", () => {
  test("the chosen article stays on the screen", () => {
    const model = pressed(start(50), ...Array(ROWS).fill("down"));
    expect([model.selected, model.top]).toEqual([10, 1]);
    const back = pressed(model, ...Array(ROWS).fill("up"));
    expect([back.selected, back.top]).toEqual([0, 0]);
  });

  test("it ends at both ends", () => {
    expect(pressed(start(3), "up").selected).toBe(0);
    expect(pressed(start(3), "pageDown", "down").selected).toBe(2);
    expect(pressed(start(0), "down", "up", "pageDown").selected).toBe(0);
  });

  test("a page beyond what was fetched asks for more", () => {
    const model = pressed(start(50), "pageDown", "pageDown");
    expect([model.selected, model.top]).toEqual([18, 9]);
    expect(chosenOf(model)).toBeUndefined();
    expect(neededOf(model)).toBe(19);
    const more = answered(model, answerOf("oil", 50, 19));
    expect([more.selected, chosenOf(more)?.id]).toEqual([18, "id-18"]);
  });

  test("no more is needed than there is", () => {
    expect(neededOf(start(3))).toBe(3);
  });

  test("a higher terminal shows what is above rather than nothing below", () => {
    const model = pressed(start(20), "pageDown", "pageDown", "down");
    expect(model.top).toBe(10);
    expect(resized(model, { columns: 80, rows: 22 }).top).toBe(0);
  });

  test("a lower one keeps the chosen article", () => {
    const model = resized(pressed(start(50), ...Array(8).fill("down")), { columns: 80, rows: 6 });
    expect([model.selected, model.top]).toEqual([8, 5]);
  });
});

describe("an answer", () => {
  test("to another question begins at its first article", () => {
    const model = typed(pressed(start(50), "down", "down"), "s");
    expect(isAnswered(model)).toBe(false);
    const next = answered(model, answerOf("oils", 5));
    expect([next.selected, next.top, isAnswered(next)]).toEqual([0, 0, true]);
  });

  test("to the same question keeps the chosen article where it stands now", () => {
    const model = pressed(start(50), "down", "down");
    const anew = answerOf("oil", 51);
    const articles = [articleOf({ id: "new" }), ...anew.articles];
    const next = answered(model, { ...anew, articles });
    expect([next.selected, chosenOf(next)?.id]).toEqual([3, "id-2"]);
  });

  test("takes away what was wrong with the query before", () => {
    const broken = { ...start(5), fault: "the quotation mark is not closed" };
    expect(isAnswered(broken)).toBe(true);
    expect(answered(broken, answerOf("oil", 5)).fault).toBeNull();
  });
});

describe("orders", () => {
  test("go round", () => {
    const names: string[] = [];
    let model = start(5);
    for (let i = 0; i < ORDERS.length; i++) {
      model = pressed(model, "sort");
      names.push(model.order.name);
      expect(isAnswered(model)).toBe(i === ORDERS.length - 1);
    }
    expect(names).toEqual(["date", "oldest", "title", "words", "relevance"]);
  });

  test("without a query, relevance is the order by date: it is not gone through twice", () => {
    expect(pressed(modelOf("", RELEVANCE, SIZE), "sort").order.name).toBe("oldest");
  });
});

describe("the preview", () => {
  const preview = { id: "id-0", columns: 37, mark, head: [], body: ["a", "b", "c", "d"], first: 2 };
  test("begins with its first match", () => {
    expect(previewed(start(5), preview).scroll).toBe(2);
  });
  test("is scrolled from its first line to its last", () => {
    const model = previewed(start(5), preview);
    expect(pressed(model, "shiftDown", "shiftDown", "shiftDown").scroll).toBe(3);
    expect(pressed(model, "shiftUp", "shiftUp", "shiftUp").scroll).toBe(0);
  });
});

describe("help", () => {
  test("any key leaves it, and does nothing else", () => {
    const model = pressed(start(5), "help");
    expect(model.help).toBe(true);
    const left = press(model, { name: "return", sequence: "\r" });
    expect([left.model.help, left.effect]).toEqual([false, null]);
  });

  test("a question mark asks for it only where nothing is typed", () => {
    const question = { sequence: "?" };
    expect(pressed(modelOf("", RELEVANCE, SIZE), question).help).toBe(true);
    expect(pressed(start(5), question).line.text).toBe("oil?");
  });

  test("a question mark that is pasted is text", () => {
    const model = pressed(modelOf("", RELEVANCE, SIZE), { name: "paste-start" }, { sequence: "?" });
    expect([model.help, model.line.text]).toEqual([false, "?"]);
  });
});

describe("marks", () => {
  const tab: Key = { name: "tab", sequence: "\t" };
  const choosing = (): Model => answered(modelOf("oil", RELEVANCE, SIZE, true), answerOf("oil", 5));

  test("are set and taken away, and the next article is chosen", () => {
    const two = pressed(choosing(), tab, tab);
    expect([two.marked, two.selected]).toEqual([["id-0", "id-1"], 2]);
    expect(pressed(two, "up", tab).marked).toEqual(["id-0"]);
  });

  test("stay when something else is typed", () => {
    const model = typed(pressed(choosing(), tab), "s");
    expect(answered(model, answerOf("oils", 0)).marked).toEqual(["id-0"]);
  });

  test("are none where Enter reads: Tab helps", () => {
    const model = pressed(start(5), tab);
    expect([model.marked, model.help]).toEqual([null, true]);
  });

  test("nothing is marked where nothing was found", () => {
    const none = answered(modelOf("oil", RELEVANCE, SIZE, true), answerOf("oil", 0));
    expect(pressed(none, tab).marked).toEqual([]);
  });
});

test("keys that ask for more than the model", () => {
  const effect = (key: Key) => press(start(5), key).effect;
  expect(effect({ name: "return", sequence: "\r" })).toBe("open");
  expect(effect({ name: "y", ctrl: true })).toBe("copy");
  expect(effect({ name: "r", ctrl: true })).toBe("reload");
  expect(effect({ name: "escape", meta: true })).toBe("quit");
  expect(effect({ sequence: "x" })).toBeNull();
});

test("what the status line says is gone with the next key", () => {
  expect(pressed({ ...start(5), note: "copied" }, "down").note).toBeNull();
});
