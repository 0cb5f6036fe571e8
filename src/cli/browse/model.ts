/** What the browser shows, and what each key makes of it: no terminal, no archive. */
import type { Article, Listed, Related, SortOrder } from "../../index.js";
import type { Mark } from "../render/marked.js";
import { helpRoom, helpTop, isHelpLong } from "./help-page.js";
import { type Action, actionOf, type Key } from "./keys.js";
import { layoutFor, type Size } from "./layout.js";
import * as edit from "./line.js";
import type { Preview, Shape } from "./preview.js";

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

/** An article of the list, with the ids of its copies if they are known; a related one with the words that it shares. */
export type Row = Article & Partial<Pick<Listed, "copies"> & Pick<Related, "ties">>;

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
  /** The article that these are related to; null for what a query finds. */
  relatedTo: Article | null;
  /** Files have changed since. */
  outdated: boolean;
}

/** What was listed before the related articles. */
type Step = Pick<Model, "answer" | "selected" | "top">;

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
  /** The lists to go back to, the last one first to come. */
  trail: readonly Step[];
  preview: Preview | null;
  /** The preview is to have the key sentences instead of the text. */
  summary: boolean;
  /** How many lines of the preview's text are above its first. */
  scroll: number;
  /** What the status line says until the next key. */
  note: string | null;
  help: boolean;
  /** The first row of the help that is shown. */
  helpTop: number;
  pasting: boolean;
}

/** What a key asks for beyond the model. */
export type Effect = "open" | "edit" | "related" | "copy" | "reload" | "redraw" | "suspend" | "quit";

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
    trail: [],
    preview: null,
    summary: false,
    scroll: 0,
    note: null,
    help: false,
    helpTop: 0,
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
  "edit",
  "related",
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
  if (model.help && !(action === "redraw" || action === "suspend"))
    return { model: inHelp(model, action), effect: null };
  // Without a query a question mark can only ask for help.
  const asksHelp = typeof action !== "string" && action.insert === "?" && model.line.text === "";
  if (asksHelp && !model.pasting) return { model: withHelp(model), effect: null };
  if (typeof action !== "string")
    return { model: { ...model, line: edit.insert(model.line, action.insert) }, effect: null };
  if (isEffect(action)) return { model, effect: action };
  if (action === "back" && model.trail.length === 0) return { model, effect: "quit" };
  return { model: act(model, action), effect: null };
}

function withHelp(model: Model): Model {
  return { ...model, help: true, helpTop: 0 };
}

/** Keys that scroll do so if there is more of the help than the screen shows; any other leaves it. */
function inHelp(model: Model, action: Action): Model {
  const { size } = model;
  const page = Math.max(1, helpRoom(size) - 1);
  const steps: Partial<Record<string, number>> = {
    up: -1,
    previewUp: -1,
    down: 1,
    previewDown: 1,
    pageUp: -page,
    previewPageUp: -page,
    pageDown: page,
    previewPageDown: page,
    start: -Infinity,
    end: Infinity,
  };
  const step = typeof action === "string" ? steps[action] : undefined;
  if (step === undefined || !isHelpLong(size)) return { ...model, help: false };
  return { ...model, helpTop: helpTop(model.helpTop + step, size) };
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
      if (model.answer?.relatedTo)
        return { ...model, note: "related articles have one order: the most similar first" };
      return { ...model, order: orderAfter(model) };
    case "summary":
      return { ...model, summary: !model.summary };
    case "back":
      return back(model);
    case "mark":
      return mark(model);
    case "help":
      return withHelp(model);
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
  if (marked === null) return withHelp(model);
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
  const again =
    before?.typed === answer.typed &&
    before.order === answer.order &&
    before.relatedTo?.id === answer.relatedTo?.id;
  const trail = answer.relatedTo ? model.trail : [];
  const chosen = before?.articles[selected]?.id;
  const still = again ? answer.articles.findIndex(({ id }) => id === chosen) : 0;
  const next = { ...model, answer, trail, fault: null, top: again ? model.top : 0 };
  return select(next, still >= 0 ? still : selected);
}

/** Goes on to the articles related to one. */
export function followed(model: Model, answer: Answer): Model {
  const { answer: before, selected, top } = model;
  const trail = [...model.trail, { answer: before, selected, top }];
  return { ...model, answer, trail, selected: 0, top: 0 };
}

/** Goes back to the list before. */
export function back(model: Model): Model {
  const step = model.trail.at(-1);
  return step ? select({ ...model, ...step, trail: model.trail.slice(0, -1) }, step.selected) : model;
}

/** After files have changed: what is listed now or was before is asked for again when it is shown. */
export function outdated(model: Model): Model {
  const old = (answer: Answer | null): Answer | null => answer && { ...answer, outdated: true };
  const trail = model.trail.map((step) => ({ ...step, answer: old(step.answer) }));
  return { ...model, fault: null, answer: old(model.answer), trail };
}

export function resized(model: Model, size: Size): Model {
  return select({ ...model, size, helpTop: helpTop(model.helpTop, size) }, model.selected);
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
  return fault !== null || (answer?.typed === line.text && answer.order === order && !answer.outdated);
}

/** How many articles the screen needs: those to its end, and the chosen one. */
export function neededOf({ answer, top, size }: Model): number {
  const rows = Math.max(1, layoutFor(size).list.rows);
  return Math.min(answer?.total ?? 0, top + rows);
}

/** How the preview is to look; null where there is no room for one. */
export function shapeOf({ answer, size, summary }: Model): Shape | null {
  const { preview } = layoutFor(size);
  return preview && { ...preview, summary, mark: answer?.mark ?? (() => []) };
}

/** Whether the preview is that of the chosen article, as it is to look. */
export function isPreviewed(model: Model): boolean {
  const article = chosenOf(model);
  const shape = shapeOf(model);
  const { preview } = model;
  // One that is still to be fetched has no preview yet.
  if (!article || !shape) return preview === null || model.selected < (model.answer?.total ?? 0);
  return (
    preview?.id === article.id &&
    preview.columns === shape.columns &&
    preview.mark === shape.mark &&
    preview.summary === shape.summary
  );
}
