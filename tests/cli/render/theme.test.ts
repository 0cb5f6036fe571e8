import { expect, test } from "vitest";
import { themeFor } from "../../../src/cli/render/theme.js";

test("without colour every part is itself", async () => {
  const { id, match, title } = await themeFor(false);
  expect([id("a"), match("b"), title("c")]).toEqual(["a", "b", "c"]);
});

test("no yellow, green or cyan on a light background", async () => {
  const { plain, ...parts } = await themeFor("light");
  const styled = Object.values(parts).map((style) => style("x"));
  expect(styled.join("")).not.toMatch(/\u001b\[3[236]m/);
  expect(styled.join("")).toMatch(/\u001b\[34mx/);
});

test("the theme none has weights and lines, no colour", async () => {
  const theme = await themeFor("none");
  expect(theme.match("x")).toBe("\u001b[1m\u001b[4mx\u001b[24m\u001b[22m");
  expect(
    Object.values(theme)
      .map((style) => style("x"))
      .join(""),
  ).not.toMatch(/\u001b\[[349]\dm/);
});

test("only the sixteen colours of the terminal's own palette", async () => {
  for (const palette of ["dark", "light"] as const) {
    for (const style of Object.values(await themeFor(palette))) expect(style("x")).not.toMatch(/[34]8;[25];/);
  }
});
