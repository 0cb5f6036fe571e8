/** For the build: writes dist/index.d.ts, the types of the library in one file. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Throws if a type can't be written. */
export async function writeTypes() {
  const folder = mkdtempSync(join(tmpdir(), "azertac-types-"));
  try {
    const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(
      "package.json",
      "bin/tsc",
    );
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json", "--outDir", folder], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    const { succeeded } = Extractor.invoke(configFor(folder), { messageCallback: showErrors });
    if (!succeeded) throw new Error("the types of the library could not be written");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configFor(folder) {
  return ExtractorConfig.prepare({
    packageJsonFullPath: resolve(root, "package.json"),
    configObjectFullPath: resolve(root, "api-extractor.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(folder, "index.d.ts"),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "ES2023",
            module: "nodenext",
            moduleResolution: "nodenext",
            types: ["node"],
            strict: true,
          },
          files: [join(folder, "index.d.ts")],
        },
      },
      dtsRollup: { enabled: true, untrimmedFilePath: "<projectFolder>/dist/index.d.ts" },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" } },
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });
}

function showErrors(message) {
  message.handled = true;
  if (message.logLevel === "error") console.error(message.text);
}
