/** The definition of `azertac mcp`: its options and its help. */
import type { Command } from "commander";
import { repeated } from "../../config/options.js";
import { examples } from "../../main/help.js";
import type { McpCall } from "./action.js";

export function addMcp(program: Command, done: (code: number) => void): void {
  program
    .command("mcp")
    .summary("a read-only MCP server for assistants")
    .description(
      "Serve an archive to an assistant over the Model Context Protocol, on standard input and output. Nothing can be changed through it. Every passage has the id, date and agency of its article and where it is in the text, so that a quotation can be checked.",
    )
    .option("-d, --dir <path>", "folder or file of articles; may be repeated", repeated)
    .addHelpText("after", examples(["azertac mcp -d ~/wire", "claude mcp add wire -- azertac mcp -d ~/wire"]))
    .action(async (options: McpCall) => done(await (await import("./action.js")).mcp(options)));
}
