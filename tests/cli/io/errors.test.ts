/** What a command says when it fails, and its exit code. */
import { afterEach, expect, test, vi } from "vitest";
import { exitCodeOf, WRONG_CALL } from "../../../src/cli/io/errors.js";
import { StaleError } from "../../../src/index.js";

const { printed } = vi.hoisted(() => ({ printed: [] as string[] }));
vi.mock(import("../../../src/cli/io/output.js"), async (original) => ({
  ...(await original()),
  printError: (text: string) => printed.push(text),
}));
afterEach(() => printed.splice(0));

test("a file that changed while it was read: what a person can do about it, not what a program can", async () => {
  expect(await exitCodeOf(new StaleError("wire/\u001b[2J1.txt"))).toBe(WRONG_CALL);
  expect(printed.join("")).toMatch(
    /^azertac: wire\/.*1\.txt has changed while it was read: run the command again\n$/,
  );
  expect(printed.join("")).not.toContain("\u001b");
});
