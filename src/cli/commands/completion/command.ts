/** The definition of `azertac completion`: its options and its help. */
import { Argument, type Command } from "commander";
import { SHELLS, type Shell } from "../../complete/shells.js";
import { examples } from "../../main/help.js";

export function addCompletion(program: Command, done: (code: number) => void): void {
  program
    .command("completion")
    .summary("print a shell completion script")
    .description("Print a script that lets a shell complete commands, options, ids, places and more.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText(
      "after",
      examples([
        "azertac completion fish > ~/.config/fish/completions/azertac.fish",
        "source <(azertac completion bash)   # in ~/.bashrc",
        "source <(azertac completion zsh)    # in ~/.zshrc, after compinit",
      ]),
    )
    .action(async (shell: Shell) => done((await import("./action.js")).completion(shell)));
}
