/** The browser at work: keys change the model, the archive answers it, the screen shows it. */
import { setTimeout as delay } from "node:timers/promises";
import type { Article, FullArticle } from "../../index.js";
import { HangupError } from "../io/hangup.js";
import type { Mark } from "../render/marked.js";
import type { Finder } from "./finder.js";
import { frameOf, type Look } from "./frame.js";
import type { Key } from "./keys.js";
import { layoutFor } from "./layout.js";
import { messageOf } from "./message.js";
import {
  type Answer,
  answered,
  chosenOf,
  type Effect,
  followed,
  isAnswered,
  isPreviewed,
  type Model,
  modelOf,
  neededOf,
  type Order,
  outdated,
  press,
  previewed,
  resized,
  shapeOf,
} from "./model.js";
import { goneOf, previewOf } from "./preview.js";
import { Screen } from "./screen.js";
import type { Tty } from "./tty.js";

/** What the session is to do with the world. */
export interface Doings {
  /**
   * Shows an article to read, on a terminal that is left to it, and tells whether the person has left it; null where
   * Enter chooses instead.
   */
  read: ((article: FullArticle, mark: Mark) => Promise<boolean>) | null;
  /** Opens an article in the person's editor, on a terminal that is left to it. Throws EditorError. */
  edit(article: FullArticle, mark: Mark): Promise<void>;
  /** Reads the files that have changed. */
  reload(): Promise<void>;
  /** Told, for measurements, how many milliseconds after a key its hits were written. */
  shown?(milliseconds: number): void;
}

/** How long a process needs at the most to be stopped, in milliseconds. */
const STOPPING = 50;
/** Texts of so many words are read and wrapped in a few milliseconds. */
const SHORT = 5_000;
const GONE = "the file of this article is gone, or can't be read";
const COPY = { start: "\x1b]52;c;", end: "\x07" };

/** Lets what has come meanwhile be heard: keys, signals, a new size. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Session {
  private model: Model;
  private readonly screen: Screen;
  private readonly keys: Key[] = [];
  private working = false;
  /** What is still to be done of the last key. */
  private effect: Effect | null = null;
  private prepared = false;
  /** When the first key was pressed whose hits are not yet shown. */
  private pressed: number | undefined;
  private onKey: (() => void) | undefined;
  private finish: (ids: readonly string[]) => void = () => {};
  private fail: (error: unknown) => void = () => {};

  constructor(
    private readonly tty: Tty,
    private readonly finder: Finder,
    private readonly look: Look,
    private readonly doings: Doings,
    start: { query: string; order: Order },
  ) {
    this.model = modelOf(start.query, start.order, tty.size(), doings.read === null);
    this.screen = new Screen(tty);
  }

  /** Runs until it is left. Gives the full ids of the articles that were chosen. Throws HangupError if the terminal goes. */
  async run(): Promise<readonly string[]> {
    const ended = new Promise<readonly string[]>((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    try {
      this.screen.enter();
      this.tty.listen({
        key: (key) => this.hear(key),
        resize: () => this.resize(),
        resume: () => this.resume(),
        end: () => this.fail(new HangupError()),
      });
      this.wake();
      return await ended;
    } finally {
      // Nothing more is begun.
      this.working = true;
      this.screen.end();
      this.tty.close();
    }
  }

  private hear(key: Key): void {
    if (this.onKey) {
      this.onKey();
      return;
    }
    this.keys.push(key);
    this.wake();
  }

  private resize(): void {
    this.model = resized(this.model, this.tty.size());
    this.wake();
  }

  private resume(): void {
    if (this.onKey || this.effect === "open" || this.effect === "edit") return;
    this.screen.leave();
    this.screen.enter();
    this.resize();
  }

  /** Goes to work, unless it is at work already. */
  private wake(): void {
    if (this.working) return;
    this.working = true;
    this.work().then(
      () => {
        this.working = false;
      },
      (error: unknown) => this.fail(error),
    );
  }

  /** One thing after the other, the most urgent first, until there is nothing left to do. */
  private async work(): Promise<void> {
    do {
      await turn();
      this.takeKeys();
      if (this.effect === "quit") {
        this.finish([]);
        return;
      }
      await this.draw();
    } while (await this.step());
  }

  /** Up to one that asks for more than the model. */
  private takeKeys(): void {
    while (this.effect === null) {
      const key = this.keys.shift();
      if (!key) return;
      const { text } = this.model.line;
      const { model, effect } = press(this.model, key);
      this.effect = effect;
      if (model.line.text !== text) {
        model.fault = null;
        this.pressed ??= performance.now();
      }
      this.model = model;
    }
  }

  /** List and preview are drawn together where that takes no time and no key is waiting. */
  private async draw(): Promise<void> {
    const { words = 0 } = chosenOf(this.model) ?? {};
    const isSettled = isAnswered(this.model) && this.effect === null && this.keys.length === 0;
    if (isSettled && words <= SHORT && !isPreviewed(this.model)) await this.preview();
    this.screen.draw(frameOf(this.model, this.look));
  }

  /** False if there is nothing to do. */
  private async step(): Promise<boolean> {
    if (!isAnswered(this.model)) await this.answer();
    else if (this.effect !== null) await this.perform(this.effect);
    else if ((this.model.answer?.articles.length ?? 0) < neededOf(this.model)) await this.more();
    else if (!isPreviewed(this.model)) await this.preview();
    else if (!this.prepared) await this.prepare();
    else return this.keys.length > 0;
    return true;
  }

  private async answer(): Promise<void> {
    try {
      this.model = answered(this.model, await this.ask());
    } catch (error) {
      // What was found stays while a query can't be read.
      this.model = { ...this.model, fault: messageOf(error) };
    }
    if (this.pressed === undefined) return;
    await this.draw();
    this.doings.shown?.(performance.now() - this.pressed);
    this.pressed = undefined;
  }

  /** What is typed is looked for; what is related to an article is looked for again, as long as nothing else is typed. */
  private async ask(): Promise<Answer> {
    const { answer, line, order, size, top } = this.model;
    const { relatedTo } = answer ?? {};
    if (answer && relatedTo && answer.typed === line.text && answer.order === order) {
      const again = await this.finder.related(relatedTo, answer);
      if (again) return again;
    }
    return this.finder.find(line.text, order, Math.max(1, top, layoutFor(size).list.rows));
  }

  private async more(): Promise<void> {
    const { answer } = this.model;
    if (!answer) return;
    const rows = layoutFor(this.model.size).list.rows;
    const more = await this.finder.more(answer, neededOf(this.model) + rows).catch((error: unknown) => {
      this.note(messageOf(error));
      return answer;
    });
    // That there are fewer than were counted is found out only here.
    const counted = more.articles.length < neededOf({ ...this.model, answer: more });
    this.model = answered(this.model, counted ? { ...more, total: more.articles.length } : more);
  }

  private async prepare(): Promise<void> {
    this.prepared = true;
    await this.finder.prepare();
  }

  private async preview(): Promise<void> {
    const article = chosenOf(this.model);
    const shape = shapeOf(this.model);
    if (!article || !shape) {
      this.model = previewed(this.model, null);
      return;
    }
    const { theme, measure } = this.look;
    const full = await this.get(article.id);
    const sentences = full && shape.summary ? await this.sentences(full) : undefined;
    const extra = { sentences, ties: article.ties };
    const preview = full
      ? previewOf(full, shape, theme, measure, extra)
      : goneOf(article, shape, theme, measure);
    this.model = previewed(this.model, preview);
  }

  /** Null if the article can't be read any more. */
  private async get(id: string): Promise<FullArticle | null> {
    try {
      return await this.finder.get(id);
    } catch (error) {
      this.note(messageOf(error));
      return null;
    }
  }

  /** Undefined if they can't be told. */
  private async sentences({ id }: FullArticle): Promise<readonly string[] | undefined> {
    try {
      return await this.finder.sentences(id);
    } catch (error) {
      this.note(messageOf(error));
      return undefined;
    }
  }

  private note(note: string): void {
    this.model = { ...this.model, note };
  }

  private async perform(effect: Effect): Promise<void> {
    switch (effect) {
      case "open":
        await this.open();
        break;
      case "edit":
        await this.edit();
        break;
      case "related":
        await this.follow();
        break;
      case "copy":
        this.copy();
        break;
      case "reload":
        await this.reload();
        break;
      case "redraw":
        this.screen.forgetDrawn();
        this.resize();
        break;
      case "suspend":
        this.screen.leave();
        process.kill(process.pid, "SIGTSTP");
        // Where nobody could wake it, a process is not stopped: then it goes on at once.
        await delay(STOPPING);
        this.screen.enter();
        this.resize();
        break;
    }
    this.effect = null;
  }

  private async reload(): Promise<void> {
    try {
      await this.doings.reload();
      this.note("looked for new and changed files");
    } catch (error) {
      this.note(messageOf(error));
    }
    this.model = { ...outdated(this.model), preview: null };
    // How far reading has come was said on the same terminal.
    this.screen.forgetDrawn();
  }

  private copy(): void {
    const article = chosenOf(this.model);
    if (!article) return;
    this.tty.write(COPY.start + Buffer.from(article.id).toString("base64") + COPY.end);
    this.note(`sent to the clipboard of the terminal (OSC 52): ${article.id}`);
  }

  /** Reads the chosen article, or ends with it, or with those that are marked. */
  private async open(): Promise<void> {
    const article = chosenOf(this.model);
    const { marked } = this.model;
    const { read } = this.doings;
    if (!read && marked && marked.length > 0) this.finish(marked);
    else if (!read && article) this.finish([article.id]);
    if (!read || !article) return;
    const full = await this.getOrSay(article);
    if (!full) return;
    await this.leave(async () => {
      if (!(await read(full, this.model.answer?.mark ?? (() => [])))) await this.waitForKey();
    });
  }

  private async edit(): Promise<void> {
    const article = chosenOf(this.model);
    const full = article && (await this.getOrSay(article));
    if (!full) return;
    await this.leave(async () => {
      await this.doings.edit(full, this.model.answer?.mark ?? (() => []));
      // The file may have been saved.
      await this.doings.reload();
    });
  }

  private async getOrSay({ id }: Article): Promise<FullArticle | null> {
    const full = await this.get(id);
    if (!full && this.model.note === null) this.note(GONE);
    return full;
  }

  /** Leaves the terminal to what somebody reads or writes with. */
  private async leave(doing: () => Promise<void>): Promise<void> {
    this.screen.leave();
    this.tty.pause(true);
    try {
      await doing();
    } catch (error) {
      this.note(messageOf(error));
    }
    this.tty.pause(false);
    this.screen.enter();
    // Files may have changed meanwhile.
    this.model = { ...outdated(this.model), preview: null };
    this.resize();
  }

  /** Goes on to the articles related to the chosen one. */
  private async follow(): Promise<void> {
    const { answer } = this.model;
    const article = chosenOf(this.model);
    if (!answer || !article) return;
    try {
      const related = await this.finder.related(article, answer);
      if (related && related.total > 0) this.model = followed(this.model, related);
      else if (!related) this.note(GONE);
      else
        this.note(
          `no other article${this.look.filters === "" ? "" : " that matches the filters"} is related to this one`,
        );
    } catch (error) {
      this.note(messageOf(error));
    }
  }

  private async waitForKey(): Promise<void> {
    this.tty.write("\nPress a key to go back.");
    this.tty.raw(true);
    this.tty.pause(false);
    await new Promise<void>((resolve) => {
      this.onKey = resolve;
    });
    this.onKey = undefined;
    this.tty.raw(false);
  }
}
