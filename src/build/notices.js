/** For the build: writes the licences of all bundled packages to THIRD-PARTY-NOTICES.txt. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const FILE = "dist/THIRD-PARTY-NOTICES.txt";
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

const HEADING = `azertac contains code of the packages below, under these licences.
`;

/**
 * A plugin for rolldown, one for all bundles of a build: collects the packages of which a bundle has code and writes
 * their licences. `more` names packages whose code is there in another form, and `texts` further notices.
 */
export function notices({ more = [], texts = [] } = {}) {
  const folders = new Set(more.map((name) => join("node_modules", name)));
  return {
    name: "notices",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
          if (folder !== undefined && renderedLength > 0) folders.add(folder.replace(/^\0/, ""));
        }
      }
    },
    writeBundle() {
      const parts = [...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
      const rule = `\n${"-".repeat(80)}\n\n`;
      const all = [
        HEADING,
        ...parts.map(({ text }) => text),
        ...texts.map((path) => readFileSync(path, "utf8")),
      ];
      writeFileSync(FILE, all.map((text) => `${text.trim()}\n`).join(rule));
    },
  };
}

/** Name, version and licence of a package, in its own words. Throws if it comes without any. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (!license || files.length === 0) throw new Error(`${dirname(folder)}: ${name} has no licence file`);
  const texts = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  return { name, text: [`${name} ${version} (${license})`, ...texts].join("\n\n") };
}
