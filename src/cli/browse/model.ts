/** What the browser shows, and what each key makes of it: no terminal, no archive. */
import type { Article, Listed, SortOrder } from "../../index.js";
import type { Mark } from "../render/marked.js";
import { type Action, actionOf, type Key } from "./keys.js";
import { layoutFor, type Size } from "./layout.js";
import * as edit from "./line.js";
import type { Preview } from "./preview.js";

export interface Order {
  name: string;
  sort: SortOrder;
  reverse: boolean;
}

export const ORDERS: readonly Order[] = [
  { name: "relevance", sort: "relevance", reverse: false },
  { name: "date", sort: "date", reverse: false },
  { name: "oldest", sort: "date", reverse: true },
  { name: "title", sort: "title", reverse: false },
  { name: "words", sort: "words", reverse: false },
];

/** An article of the list, with the ids of its copies if they are known. */
export type Row = Article & Partial<Pick<Listed, "copies">>;

/** What was found for a query. */
export interface Answer {
  /** What was typed. */
  typed: string;
  order: Order;
  /** What was asked instead; empty for a listing. */
  query: string;
  total: number;
  relaxed: boolean;
  /** The first ones, as many as are shown; more are added when they are scrolled to. */
  articles: readonly Row[];
  /** Marks the words of the query in a text. */
  mark: Mark;
}

export interface Model {
  size: Size;
  line: edit.Line;
  order: Order;
  /** The last one that could be given: that of a broken query is that of the query before it. */
  answer: Answer | null;
  /** What is wrong with the query as it stands. */
  fault: string | null;
  /** Places in the answer's articles: the chosen one, and the first on the screen. */
  selected: number;
  top: number;
  /** The full ids of what is to be chosen beside others; null where Enter reads. */
  marked: readonly string[] | null;
  preview: Preview | null;
  /** How many lines of the preview's text are above its first. */
  scroll: number;
  /** What the status line says until the next key. */
  note: string | null;
  help: boolean;
  pasting: boolean;
}

/** What a key asks for beyond the model. */
export type Effect = "open" | "copy" | "reload" | "redraw" | "suspend" | "quit";

export function modelOf(query: string, order: Order, size: Size, chooses = false): Model {
  return {
    size,
    line: edit.lineOf(query),
    order,
    answer: null,
    fault: null,
    selected: 0,
    top: 0,
    marked: chooses ? [] : null,
    preview: null,
    scroll: 0,
    note: null,
    help: false,
    pasting: false,
  };
}

const EDITS: Partial<Record<Action & string, (line: edit.Line) => edit.Line>> = {
  left: (line) => edit.move(line, edit.toLeft),
  right: (line) => edit.move(line, edit.toRight),
  wordLeft: (line) => edit.move(line, edit.toWordLeft),
  wordRight: (line) => edit.move(line, edit.toWordRight),
  start: (line) => edit.move(line, edit.toStart),
  end: (line) => edit.move(line, edit.toEnd),
  deleteBack: (line) => edit.deleteTo(line, edit.toLeft),
  deleteForward: (line) => edit.deleteTo(line, edit.toRight),
  deleteWord: (line) => edit.deleteTo(line, edit.toSpaceLeft),
  deleteWordBack: (line) => edit.deleteTo(line, edit.toWordLeft),
  deleteWordForward: (line) => edit.deleteTo(line, edit.toWordRight),
  clear: (line) => edit.deleteTo(line, edit.toStart),
};

const EFFECTS: ReadonlySet<unknown> = new Set<Effect>([
  "open",
  "copy",
  "reload",
  "redraw",
  "suspend",
  "quit",
]);
const isEffect = (action: Action): action is Effect => EFFECTS.has(action);

export interface Pressed {
  model: Model;
  effect: Effect | null;
}

/** What a key does. */
export function press(before: Model, key: Key): Pressed {
  const action = actionOf(key, before.pasting);
  if (action === null) return { model: before, effect: null };
  const model = { ...before, note: null };
  // Any key leaves the help.
  if (model.help && !(action === "redraw" || action === "suspend"))
    return { model: { ...model, help: false }, effect: null };
  // Without a query a question mark can only ask for help.
  const asksHelp = typeof action !== "string" && action.insert === "?" && model.line.text === "";
  if (asksHelp && !model.pasting) return { model: { ...model, help: true }, effect: null };
  if (typeof action !== "string")
    return { model: { ...model, line: edit.insert(model.line, action.insert) }, effect: null };
  if (isEffect(action)) return { model, effect: action };
  return { model: act(model, action), effect: null };
}

function act(model: Model, action: Exclude<Action & string, Effect>): Model {
  const change = EDITS[action];
  if (change) return { ...model, line: change(model.line) };
  const { list, preview } = layoutFor(model.size);
  const page = Math.max(1, list.rows - 1);
  const previewPage = Math.max(1, (preview?.rows ?? 1) - 2);
  switch (action) {
    case "up":
      return select(model, model.selected - 1);
    case "down":
      return select(model, model.selected + 1);
    case "pageUp":
      return select(model, model.selected - page);
    case "pageDown":
      return select(model, model.selected + page);
    case "previewUp":
      return scrollTo(model, model.scroll - 1);
    case "previewDown":
      return scrollTo(model, model.scroll + 1);
    case "previewPageUp":
      return scrollTo(model, model.scroll - previewPage);
    case "previewPageDown":
      return scrollTo(model, model.scroll + previewPage);
    case "sort":
      return { ...model, order: orderAfter(model) };
    case "mark":
      return mark(model);
    case "help":
      return { ...model, help: true };
    case "pasteStart":
      return { ...model, pasting: true };
    case "pasteEnd":
      return { ...model, pasting: false };
    default:
      return model;
  }
}

/** Marks the chosen article, or takes its mark away, and goes on to the next; help where nothing can be marked. */
function mark(model: Model): Model {
  const { marked } = model;
  if (marked === null) return { ...model, help: true };
  const id = chosenOf(model)?.id;
  if (id === undefined) return model;
  const others = marked.filter((other) => other !== id);
  return select(
    { ...model, marked: others.length < marked.length ? others : [...marked, id] },
    model.selected + 1,
  );
}

function orderAfter({ order, line }: Model): Order {
  // Without a query there is nothing to be relevant to: that order is the one by date.
  const orders = line.text.trim() === "" ? ORDERS.filter(({ name }) => name !== "date") : ORDERS;
  const at = orders.findIndex(({ sort, reverse }) => sort === order.sort && reverse === order.reverse);
  return orders[(at + 1) % orders.length] ?? order;
}

/** Chooses an article, and scrolls the list so far that it is seen. */
function select(model: Model, wanted: number): Model {
  const total = model.answer?.total ?? 0;
  const selected = Math.max(0, Math.min(total - 1, wanted));
  const rows = Math.max(1, layoutFor(model.size).list.rows);
  const highest = Math.min(selected, Math.max(0, total - rows));
  const top = Math.min(Math.max(model.top, selected - rows + 1), highest);
  return { ...model, selected, top };
}

function scrollTo(model: Model, wanted: number): Model {
  const last = Math.max(0, (model.preview?.body.length ?? 0) - 1);
  return { ...model, scroll: Math.max(0, Math.min(last, wanted)) };
}

/** Takes in an answer. The same question again keeps the chosen article, another one begins at its first. */
export function answered(model: Model, answer: Answer): Model {
  const { answer: before, selected } = model;
  const again = before?.typed === answer.typed && before.order === answer.order;
  const chosen = before?.articles[selected]?.id;
  const still = again ? answer.articles.findIndex(({ id }) => id === chosen) : 0;
  const next = { ...model, answer, fault: null, top: again ? model.top : 0 };
  return select(next, still >= 0 ? still : selected);
}

export function resized(model: Model, size: Size): Model {
  return select({ ...model, size }, model.selected);
}

/** Takes in a preview, with its first match in sight. */
export function previewed(model: Model, preview: Preview | null): Model {
  return { ...model, preview, scroll: preview?.first ?? 0 };
}

/** The chosen article, undefined while there is none or it is still to be fetched. */
export function chosenOf({ answer, selected }: Model): Row | undefined {
  return answer?.articles[selected];
}

/** Whether the answer is one to what is typed now. */
export function isAnswered({ answer, fault, line, order }: Model): boolean {
  return fault !== null || (answer?.typed === line.text && answer.order === order);
}

/** How many articles the screen needs: those to its end, and the chosen one. */
export function neededOf({ answer, top, size }: Model): number {
  const rows = Math.max(1, layoutFor(size).list.rows);
  return Math.min(answer?.total ?? 0, top + rows);
}
