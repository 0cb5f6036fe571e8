/** What the manual says beside what the commands say of themselves. */

type Terms = readonly (readonly [term: string, meaning: string])[];

export const IDS =
  "A file named 000_6d47f89584a386a7.txt has the id 6d47f89584a386a7, any other file its name without the extension, a record of a JSONL file its id. The id may be typed, or any beginning of it that only one article has, the number before the _, the file's name, or latest.";

export const ARCHIVE =
  "Folders are read with all that is below them; hidden files are passed over. Every other file of text is an article; of a .jsonl or .ndjson file every line is one. What can't be read is named in a warning, and the rest goes on. No file of yours is ever written to.";

export const CONFIGURATION = [
  "Settings are read from a file in TOML. A key is the long name of an option without its dashes; below the name of a command in brackets it holds for that command alone.",
  "An option that is typed comes first, then the environment, then the file; of the general PAGER, which is meant for all programs, the file comes before. A setting that is at odds with an option that is typed gives way to it. Folders are found from the file's own, ~ is the home. A key that there is not, or a value that an option does not take, is an error: exit code 2; azertac --version, help and completion work all the same.",
] as const;

export const CONFIG_EXAMPLE = [
  "# ~/.config/azertac/config.toml",
  'dir = ["~/wire", "~/archive.jsonl"]',
  'theme = "light"',
  'pager = "less -S"   # false for none',
  "",
  "[search]",
  "limit = 20",
  "",
  "[summary]",
  "sentences = 5",
] as const;

export const ENVIRONMENT: Terms = [
  ["AZERTAC_DIR", "The archive's folders and files, separated as in PATH, where no --dir is given."],
  ["AZERTAC_CONFIG", "The config file instead of the usual one; empty for none, as scripts may want it."],
  ["AZERTAC_CACHE", "The folder of stored indexes and of the last search."],
  ["AZERTAC_PAGER, PAGER", "The pager, the first before the second; empty or cat for none. Else less."],
  ["AZERTAC_THEME", "auto, light, dark or none, as --theme."],
  ["NO_COLOR, FORCE_COLOR", "Whether there is colour, where --color does not say."],
  ["FORCE_HYPERLINK", "1 or 0: whether ids and titles are links, where --hyperlinks does not say."],
  ["COLORFGBG, COLUMNS, TERM", "What the terminal is like: its background, its width, its kind."],
  ["LESS, LV", "Set to FRX and -c for the pager unless they are set."],
  ["XDG_CONFIG_HOME, XDG_CACHE_HOME", "Instead of ~/.config and ~/.cache."],
];

export const FILES: Terms = [
  ["~/.config/azertac/config.toml", "Settings."],
  [
    "~/.cache/azertac",
    "Stored indexes, a folder each, and the last search. They may be deleted at any time.",
  ],
];

export const EXIT: Terms = [
  ["0", "Something was printed."],
  ["1", "Nothing was found."],
  ["2", "The call is wrong, or the archive can't be read at all."],
];
