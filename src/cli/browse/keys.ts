/** Which key does what while browsing, in the words of those who know fzf and readline. */

/** A key as `node:readline` tells of it. */
export interface Key {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
  meta?: boolean | undefined;
  shift?: boolean | undefined;
}

export type Action =
  | "up"
  | "down"
  | "pageUp"
  | "pageDown"
  | "left"
  | "right"
  | "wordLeft"
  | "wordRight"
  | "start"
  | "end"
  | "deleteBack"
  | "deleteForward"
  | "deleteWord"
  | "deleteWordBack"
  | "deleteWordForward"
  | "clear"
  | "previewUp"
  | "previewDown"
  | "previewPageUp"
  | "previewPageDown"
  | "open"
  | "edit"
  | "summary"
  | "related"
  | "copy"
  | "sort"
  | "reload"
  | "redraw"
  | "help"
  | "mark"
  | "suspend"
  | "back"
  | "quit"
  | "pasteStart"
  | "pasteEnd"
  | { insert: string };

/** `C-` control, `M-` alt, `S-` shift, and the name that readline gives the key. */
const CHORDS: Readonly<Record<string, Action>> = {
  up: "up",
  "C-p": "up",
  "C-k": "up",
  down: "down",
  "C-n": "down",
  // Ctrl-J is the line feed, which readline calls enter.
  enter: "down",
  pageup: "pageUp",
  pagedown: "pageDown",
  left: "left",
  "C-b": "left",
  right: "right",
  "C-f": "right",
  "M-b": "wordLeft",
  "C-left": "wordLeft",
  "M-left": "wordLeft",
  "M-f": "wordRight",
  "C-right": "wordRight",
  "M-right": "wordRight",
  home: "start",
  "C-a": "start",
  end: "end",
  "C-e": "end",
  backspace: "deleteBack",
  "C-h": "deleteBack",
  delete: "deleteForward",
  "C-d": "deleteForward",
  "C-w": "deleteWord",
  "M-backspace": "deleteWordBack",
  "M-d": "deleteWordForward",
  "C-u": "clear",
  "S-up": "previewUp",
  "S-down": "previewDown",
  "M-up": "previewUp",
  "M-down": "previewDown",
  "S-pageup": "previewPageUp",
  "S-pagedown": "previewPageDown",
  "M-v": "previewPageUp",
  "C-v": "previewPageDown",
  return: "open",
  "C-o": "edit",
  f4: "edit",
  "C-t": "summary",
  f2: "summary",
  "C-x": "related",
  f3: "related",
  "C-y": "copy",
  "C-s": "sort",
  "C-r": "reload",
  "C-l": "redraw",
  f1: "help",
  tab: "mark",
  "C-z": "suspend",
  escape: "back",
  // So readline calls Escape when nothing comes behind it.
  "M-escape": "back",
  "C-g": "back",
  "C-c": "quit",
  "paste-start": "pasteStart",
  "paste-end": "pasteEnd",
};

/** A character without an own name, as it is typed. */
const isTyped = (sequence: string): boolean => !/^[\u0000-\u001f\u007f]/.test(sequence);

function chordOf({ name = "", ctrl, meta, shift }: Key): string {
  const isCharacter = [...name].length === 1;
  return `${ctrl ? "C-" : ""}${meta ? "M-" : ""}${shift && !isCharacter ? "S-" : ""}${name}`;
}

/** Null for keys that mean nothing here. While text is pasted, all that comes is text. */
export function actionOf(key: Key, pasting = false): Action | null {
  const { sequence = "" } = key;
  const action = CHORDS[chordOf(key)];
  if (pasting) {
    if (action === "pasteEnd") return action;
    return sequence === "" || sequence.startsWith("\x1b") ? null : { insert: sequence };
  }
  if (action) return action;
  if (key.ctrl || key.meta || !isTyped(sequence) || sequence === "") return null;
  return { insert: sequence };
}
