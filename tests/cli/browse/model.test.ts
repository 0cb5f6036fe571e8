import { describe, expect, test } from "vitest";
import { helpRows } from "../../../src/cli/browse/help-page.js";
import type { Key } from "../../../src/cli/browse/keys.js";
import {
  type Answer,
  answered,
  back,
  chosenOf,
  followed,
  isAnswered,
  isPreviewed,
  type Model,
  modelOf,
  neededOf,
  ORDERS,
  type Order,
  outdated,
  press,
  previewed,
  resized,
  shapeOf,
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
  relatedTo: null,
  outdated: false,
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
  escape: { name: "escape", meta: true, sequence: "\x1b" },
  summary: { name: "t", ctrl: true },
  related: { name: "x", ctrl: true },
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
  const preview = {
    id: "id-0",
    columns: 37,
    mark,
    summary: false,
    head: [],
    body: ["a", "b", "c", "d"],
    first: 2,
  };
  test("begins with its first match", () => {
    expect(previewed(start(5), preview).scroll).toBe(2);
  });
  test("is scrolled from its first line to its last", () => {
    const model = previewed(start(5), preview);
    expect(pressed(model, "shiftDown", "shiftDown", "shiftDown").scroll).toBe(3);
    expect(pressed(model, "shiftUp", "shiftUp", "shiftUp").scroll).toBe(0);
  });
});

describe("key sentences", () => {
  test("a key shows them in the preview, for every article, until it is pressed again", () => {
    const model = pressed(start(5), "summary", "down");
    expect(model.summary).toBe(true);
    expect(shapeOf(model)?.summary).toBe(true);
    expect(pressed(model, "summary").summary).toBe(false);
  });

  test("the preview of the text is not that of the key sentences", () => {
    const model = start(5);
    const shape = shapeOf(model);
    const preview = { id: "id-0", columns: 0, summary: false, head: [], body: [], first: 0, ...shape, mark };
    const shown = previewed(model, preview);
    expect(isPreviewed(shown)).toBe(true);
    expect(isPreviewed(pressed(shown, "summary"))).toBe(false);
    expect(isPreviewed(pressed(shown, "summary", "summary"))).toBe(true);
  });
});

describe("related articles", () => {
  const to = articleOf({ id: "id-2" });
  const related = (total: number, of = to): Answer => ({
    ...answerOf("oil", total),
    articles: Array.from({ length: total }, (_, i) => articleOf({ id: `related-${i}` })),
    relatedTo: of,
  });
  const listed = (): Model => pressed(start(50), "down", "down");

  test("the key asks for them", () => {
    expect(press(listed(), { name: "x", ctrl: true }).effect).toBe("related");
  });

  test("they are listed from the first, and Escape goes back to where one was", () => {
    const model = followed(listed(), related(4));
    expect([model.selected, chosenOf(model)?.id, isAnswered(model)]).toEqual([0, "related-0", true]);
    const { model: left, effect } = press(pressed(model, "down"), { name: "escape" });
    expect([effect, left.selected, chosenOf(left)?.id]).toEqual([null, 2, "id-2"]);
    expect(isAnswered(left)).toBe(true);
    expect(press(left, { name: "escape" }).effect).toBe("quit");
  });

  test("from one to the next, and back step by step", () => {
    const first = pressed(followed(listed(), related(4)), "down");
    const second = followed(first, related(3, articleOf({ id: "related-1" })));
    expect(second.trail).toHaveLength(2);
    expect(chosenOf(back(second))?.id).toBe("related-1");
    expect(chosenOf(back(back(second)))?.id).toBe("id-2");
    expect(back(back(back(second)))).toEqual(back(back(second)));
  });

  test("Ctrl-C quits from there too", () => {
    expect(press(followed(listed(), related(4)), { name: "c", ctrl: true }).effect).toBe("quit");
  });

  test("what is typed is a search again, and nothing is left to go back to", () => {
    const model = typed(followed(listed(), related(4)), "s");
    expect(isAnswered(model)).toBe(false);
    const next = answered(model, answerOf("oils", 5));
    expect([next.trail, next.selected, chosenOf(next)?.id]).toEqual([[], 0, "id-0"]);
  });

  test("they have one order", () => {
    const model = pressed(followed(listed(), related(4)), "sort");
    expect(model.order).toBe(RELEVANCE);
    expect(model.note).toMatch(/one order/);
    expect(isAnswered(model)).toBe(true);
  });

  test("after a change of files both lists are asked for again, and the chosen articles stay", () => {
    const model = outdated(pressed(followed(listed(), related(4)), "down"));
    expect(isAnswered(model)).toBe(false);
    const again = answered(model, related(4));
    expect([isAnswered(again), chosenOf(again)?.id, again.trail.length]).toEqual([true, "related-1", 1]);
    const left = back(again);
    expect(isAnswered(left)).toBe(false);
    expect(chosenOf(answered(left, answerOf("oil", 50)))?.id).toBe("id-2");
  });

  test("a smaller terminal keeps the chosen article in sight when one goes back", () => {
    const model = followed(pressed(start(50), ...Array(8).fill("down")), related(2));
    const left = back(resized(model, { columns: 80, rows: 5 }));
    expect([left.selected, left.top]).toEqual([8, 6]);
  });
});

describe("help", () => {
  test("any key leaves it, and does nothing else", () => {
    const model = pressed(start(5), "help");
    expect(model.help).toBe(true);
    const left = press(model, { name: "return", sequence: "\r" });
    expect([left.model.help, left.effect]).toEqual([false, null]);
  });

  test("where it is longer than the screen it is scrolled, to its ends and no further", () => {
    const small = { columns: 40, rows: 10 };
    const model = pressed(resized(start(5), small), "help");
    expect(model.helpTop).toBe(0);
    expect(pressed(model, "up").helpTop).toBe(0);
    expect(pressed(model, "down", "pageDown").helpTop).toBe(8);
    const last = helpRows(40).length - 8;
    expect(pressed(model, ...Array(50).fill("down")).helpTop).toBe(last);
    expect(pressed(model, { name: "end" }).helpTop).toBe(last);
    expect(pressed(model, { name: "end" }, { name: "home" }).helpTop).toBe(0);
    expect(pressed(model, "down", "enter").help).toBe(false);
    expect(pressed(model, "down", "escape").help).toBe(false);
    expect(pressed(model, "down", "escape", "help").helpTop).toBe(0);
  });

  test("a new size while it is shown leaves no row empty that could have one", () => {
    const model = pressed(resized(start(5), { columns: 40, rows: 10 }), "help", { name: "end" });
    const taller = resized(model, { columns: 40, rows: 20 });
    expect([taller.help, taller.helpTop]).toEqual([true, helpRows(40).length - 18]);
    expect(resized(model, { columns: 100, rows: 40 }).helpTop).toBe(0);
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
  expect(effect({ name: "o", ctrl: true })).toBe("edit");
  expect(effect({ name: "y", ctrl: true })).toBe("copy");
  expect(effect({ name: "r", ctrl: true })).toBe("reload");
  expect(effect({ name: "escape", meta: true })).toBe("quit");
  expect(effect({ sequence: "x" })).toBeNull();
});

test("what the status line says is gone with the next key", () => {
  expect(pressed({ ...start(5), note: "copied" }, "down").note).toBeNull();
});
