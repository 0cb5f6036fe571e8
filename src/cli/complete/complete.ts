/** `azertac __complete <shell> <line>`: what a shell's completion script asks for with every Tab. */
import type { Command } from "commander";
import { configFile } from "../config/config-file.js";
import { archiveFolders } from "../config/options.js";
import { FOUND, NOTHING } from "../io/errors.js";
import { print } from "../io/output.js";
import { ArchiveCandidateSource } from "./candidate-source.js";
import { answer } from "./candidates.js";
import { positionOf } from "./cursor-context.js";
import { replyLines } from "./reply.js";
import { readLine } from "./shell-words.js";
import { SHELLS } from "./shells.js";

/** Prints a reply (see reply.ts), or nothing: an error has no place in somebody's prompt. */
export async function complete(
  [name, text = ""]: readonly string[],
  programFor: (called: string) => Command,
): Promise<number> {
  try {
    const shell = SHELLS.find((one) => one === name);
    if (!shell) return NOTHING;
    const line = readLine(text, { environment: process.env, fish: shell === "fish" });
    const { assignments, current } = line;
    if (line.redirected) {
      print(["files\n"]);
      return FOUND;
    }
    // What is set on the line holds for the line.
    for (const [variable, value] of assignments) process.env[variable] = value;
    const words = line.words[0]?.startsWith("-")
      ? (await import("../main/leading-options.js")).commandFirst(line.words, programFor(""))
      : line.words;
    const program = programFor(words[0] ?? "");
    const position = positionOf(program, words, current.value);
    if (!position) return NOTHING;
    const folders = archiveFolders({ dir: position.folders, folders: await configured(words[0] ?? "") });
    const source = new ArchiveCandidateSource(folders);
    const found = await answer(program, position, current.value, source);
    const lines = await replyLines(shell, found, current, process.env);
    print(lines.map((line) => `${line}\n`));
    await source.close();
    return FOUND;
  } catch {
    return NOTHING;
  }
}

/** The folders that a person has set for a command; a config file that can't be read is spoken of when it is called. */
async function configured(command: string): Promise<string[]> {
  const path = configFile(process.env);
  if (path === null) return [];
  try {
    return (await import("../config/config.js")).Config.read(path).folders(command);
  } catch {
    return [];
  }
}
