/** What the manual says beside what the commands say of themselves. */

type Terms = readonly (readonly [term: string, meaning: string])[];

export const IDS =
  "A file named 000_6d47f89584a386a7.txt has the id 6d47f89584a386a7, any other file its name without the extension, a record of a JSONL file its id. Accepted are the id in any letter case, any unique prefix, the number before the _, the file name, a path, or latest; - reads ids from standard input, one per line.";

export const ARCHIVE =
  "Folders are read with all that is below them; hidden files are passed over. A text file is one article; records, feeds, news formats, web pages, mail, documents, and archives of them are recognised by their content. Files that can't be read are named in a warning, and the rest is read. With -d - the archive is read from standard input. azertac never writes to your files.";

export const CONFIGURATION = [
  "Settings are read from a file in TOML. A key is the long name of an option without its dashes; below the name of a command in brackets it applies to that command only.",
  "Command-line options take precedence, then the environment, then the file; but the file takes precedence over PAGER, which is for all programs. A setting that conflicts with an option on the command line is ignored. Folders are relative to the folder of the file; ~ is the home folder. Options that may be repeated take a list; the table [map] names the fields of records. An unknown key or invalid value is an error that names the line: exit code 2; azertac --version, help and completion still work.",
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
  ["AZERTAC_CONFIG", "The config file to use; set it to the empty string to use none, e.g. in scripts."],
  ["AZERTAC_CACHE", "The folder of stored indexes and of the last search."],
  [
    "AZERTAC_PAGER, PAGER",
    "The pager (default: less); AZERTAC_PAGER takes precedence. Empty or cat means none.",
  ],
  ["VISUAL, EDITOR", "The editor's command, which may have arguments; VISUAL takes precedence."],
  ["AZERTAC_THEME", "auto, light, dark or none, as --theme."],
  ["NO_COLOR, FORCE_COLOR", "Turn colour off or on, unless --color does."],
  ["FORCE_HYPERLINK", "1 or 0: turn links on or off, unless --hyperlinks does."],
  ["COLORFGBG, COLUMNS, TERM", "The terminal's background, width and type."],
  ["LESS, LV", "Set to FRX and -c for the pager unless they are set."],
  ["AZERTAC_STATE", "The folder in which azertac new keeps what was reported."],
  [
    "XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME",
    "Used instead of ~/.config, ~/.cache and ~/.local/state.",
  ],
];

export const FILES: Terms = [
  ["~/.config/azertac/config.toml", "Settings."],
  [
    "~/.cache/azertac",
    "Stored indexes, one folder each, the last search, and copies of articles for the editor. You can delete them at any time.",
  ],
];

export const EXIT: Terms = [
  ["0", "Something was printed."],
  ["1", "Nothing was found."],
  ["2", "The call is wrong, or the archive can't be read at all."],
  ["130", "Interrupted by Ctrl-C."],
];
