/**
 * A person's settings. A key is the long name of an option, a table the name of a command: `limit = 20` holds for every
 * command that has `--limit`, below `[search]` for that one alone. So the definitions of the commands say what may be
 * set, and read the values.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command, Option } from "commander";
import { InvalidArgumentError } from "commander";
import { parse, TomlError } from "smol-toml";
import { DEV_NULL, homeFolder } from "../../platform/system.js";
import { explain } from "../../platform/system-error.js";
import { CallError } from "../io/call-error.js";
import { keysOf, ONLY_TYPED } from "./config-keys.js";
import { repeated } from "./options.js";

/** What of the environment comes before the file. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  color: ["NO_COLOR", "FORCE_COLOR"],
  dir: ["AZERTAC_DIR"],
  hyperlinks: ["FORCE_HYPERLINK"],
  pager: ["AZERTAC_PAGER"],
  theme: ["AZERTAC_THEME"],
};

/** Commands that print texts to read unless something else is set for them alone. */
const TO_READ: readonly string[] = ["show", "summary"];

/** Tables that are no command's: the saved searches. */
const OTHER_TABLES: readonly string[] = ["saved"];

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The commands there are: their names, and a program that has them, which takes some milliseconds to make. */
interface AllCommands {
  names: Iterable<string>;
  make(): Command;
}

/**
 * The text of a regular file, or of the null device, which is empty. A pipe would be waited for and other devices have no
 * end. Throws an error for them, and the system's.
 */
function textOf(path: string): string {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile() || stat.isDirectory()) return readFileSync(descriptor, "utf8");
    if (stat.isCharacterDevice() && stat.rdev === statSync(DEV_NULL).rdev) return "";
    throw new Error(`it is a ${stat.isFIFO() ? "pipe" : "device"}, not a file`);
  } finally {
    closeSync(descriptor);
  }
}

/** A config file as it was read. */
export class Config {
  private constructor(
    readonly path: string,
    /** As it is in the file. */
    readonly text: string,
    private readonly root: Table,
  ) {}

  /** Throws CallError if it can't be read. */
  static read(path: string): Config {
    let text: string;
    try {
      text = textOf(path);
    } catch (error) {
      throw new CallError(`cannot read the config file "${path}": ${explain(error)}`);
    }
    try {
      return new Config(path, text, parse(text));
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const [message = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
      throw new CallError(`${path}:${error.line}: this is not TOML: ${message}`);
    }
  }

  /**
   * Gives a command what is set for it, where neither the command line nor the environment says otherwise; `all` is
   * to tell whose a key is. Gives the keys that were taken. Throws CallError for a key or table that
   * there is not, or a value that the option does not take.
   */
  apply(command: Command, all: AllCommands): string[] {
    const keys = keysOf(command);
    const own = this.root[command.name()];
    const table = isTable(own) ? own : {};
    for (const key of Object.keys(table)) if (!keys.has(key)) this.refuse(command.name(), key, keys.keys());
    this.checkRoot(keys, all);
    const taken: string[] = [];
    for (const [key, option] of keys) {
      const at = Object.hasOwn(table, key) ? command.name() : "";
      const value = at === "" ? this.root[key] : table[key];
      const isMap = key === "map" && isTable(value);
      if (value === undefined || (at === "" && isTable(value) && !isMap) || isDecided(command, option, key))
        continue;
      // Set for lists, they would take the text away from who wants to read it.
      if (at === "" && TO_READ.includes(command.name()) && ["columns", "format"].includes(key)) continue;
      if (this.set(command, option, { at, key, value })) taken.push(key);
    }
    return taken;
  }

  /** The folders that are set for a command. */
  folders(command: string): string[] {
    const own = this.root[command];
    return this.foldersOf((isTable(own) ? own.dir : undefined) ?? this.root.dir) ?? [];
  }

  /** A table that is no command's; empty if there is none. Throws CallError if something else has its name. */
  table(name: string): Table {
    const found = this.root[name] ?? {};
    if (isTable(found)) return found;
    throw new CallError(`${this.place("", name)}: "${name}" must be a table: [${name}]`);
  }

  /** All keys and tables outside any table must be somebody's. */
  private checkRoot(keys: ReadonlyMap<string, Option>, { names, make }: AllCommands): void {
    const tables = [...names, ...OTHER_TABLES];
    let all: Set<string> | undefined;
    for (const [key, value] of Object.entries(this.root)) {
      if (isTable(value)) {
        if (tables.includes(key) || key === "map") continue;
        const message = `${this.place(key, null)}: there is no command "${key}"`;
        throw new CallError(message, { typed: key, known: tables });
      }
      if (keys.has(key)) continue;
      all ??= new Set(make().commands.flatMap((command) => [...keysOf(command).keys()]));
      if (!all.has(key)) this.refuse("", key, all);
    }
  }

  private refuse(table: string, key: string, known: Iterable<string>): never {
    const place = this.place(table, key);
    if (ONLY_TYPED.has(key))
      throw new CallError(`${place}: "${key}" can't be set here; use --${key} on the command line`);
    const of = table === "" ? "" : ` for ${table}`;
    throw new CallError(`${place}: there is no setting "${key}"${of}`, { typed: key, known: [...known] });
  }

  /** True if the value was taken. */
  private set(
    command: Command,
    option: Option,
    { at, key, value }: { at: string; key: string; value: unknown },
  ): boolean {
    const refuse = (message: string): never => {
      throw new CallError(`${this.place(at, key)}: ${key} ${message}`);
    };
    const name = option.attributeName();
    if (key === "dir") {
      const folders = this.foldersOf(value) ?? refuse("takes a path or a list of paths");
      command.setOptionValueWithSource("folders", folders, "config");
      return true;
    }
    if (key === "map" && isTable(value)) {
      for (const [role, field] of Object.entries(value))
        if (typeof field !== "string")
          throw new CallError(`${this.place("map", role)}: map takes the name of a field for ${role}`);
      command.setOptionValueWithSource("map", { ...value }, "config");
      return true;
    }
    const isFlag = !option.required && !option.optional;
    if (isFlag && typeof value !== "boolean" && !(key === "pager" && typeof value === "string"))
      refuse(key === "pager" ? "takes true, false or a command" : "takes true or false");
    if (isFlag) {
      // A flag that is not set is not there.
      if (value !== false || option.negate) command.setOptionValueWithSource(name, value, "config");
      return true;
    }
    const isRepeated = option.parseArg === repeated;
    const values: unknown[] = isRepeated && Array.isArray(value) ? value : [value];
    let read: unknown;
    for (const one of values) {
      const isList = key === "synonyms" && Array.isArray(one);
      const text = one instanceof Date ? one.toISOString() : isList ? one.join("=") : one;
      if (typeof text !== "string" && typeof text !== "number")
        return refuse(isRepeated ? "takes a value or a list of values" : "takes one value");
      try {
        read = option.parseArg ? option.parseArg(String(text), read) : String(text);
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        refuse(`is "${text}": ${error.message}`);
      }
    }
    if (read === undefined) return false;
    command.setOptionValueWithSource(name, read, "config");
    return true;
  }

  /** Absolute; null if that is no path and no list of them. */
  private foldersOf(value: unknown): string[] | null {
    const paths: unknown[] = Array.isArray(value) ? value : [value];
    const texts = paths.filter((path) => typeof path === "string");
    if (texts.length < paths.length || texts.includes("")) return null;
    return texts.map((path) =>
      /^~(?:\/|$)/.test(path) ? join(homeFolder(), path.slice(1)) : resolve(dirname(this.path), path),
    );
  }

  /** `path:line` of a key in a table, or of the table; the path alone where that is written in another way. */
  private place(table: string, key: string | null): string {
    let inside = "";
    for (const [i, line] of this.text.split("\n").entries()) {
      const here = /^\s*\[\s*"?([^\]"]*?)"?\s*\]/.exec(line)?.[1];
      inside = here ?? inside;
      const [, name] = /^\s*"?([\w-]+)"?\s*=/.exec(line) ?? [];
      if (inside === table && (key === null ? here !== undefined : name === key))
        return `${this.path}:${i + 1}`;
    }
    return this.path;
  }
}

/** Typed, told by the environment, or at odds with something that was typed. */
function isDecided(command: Command, option: Option, key: string): boolean {
  const isTyped = (name: string): boolean => command.getOptionValueSource(name) === "cli";
  const isSet = (name: string): boolean =>
    process.env[name] !== undefined && (process.env[name] !== "" || name === "AZERTAC_PAGER");
  // commander keeps this to itself, though it is what its own check goes by.
  const rivals = (one: Option & { conflictsWith?: string[] }): string[] => one.conflictsWith ?? [];
  return (
    isTyped(option.attributeName()) ||
    (BEFORE[key] ?? []).some(isSet) ||
    rivals(option).some(isTyped) ||
    command.options.some(
      (one) => isTyped(one.attributeName()) && rivals(one).includes(option.attributeName()),
    )
  );
}
