import { expect, it } from "vitest";
import { previewText } from "./preview-text.ts";

it.each([
  ["**bold** and _soft_ and `code`", "bold and soft and code"],
  ["hi [@Ann](mention:a1), see [docs](https://x.org)", "hi @Ann, see docs"],
  ["```ts\nconst a = 1;\n```", "const a = 1;"],
  ["# Title\n> quoted\n- item", "Title quoted item"],
  ["snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"],
  ["he ||did|| it, a || b", "he ▒▒▒ it, a || b"],
  [`so: ||${"x".repeat(600)}||`, "so: ▒▒▒"],
  ["<b>not html</b>", "<b>not html</b>"],
])("%s", (source, line) => {
  expect(previewText(source)).toBe(line);
});

it("is short, and quick on a hostile source", () => {
  const started = performance.now();
  expect(previewText("*[_`".repeat(2500)).length).toBeLessThanOrEqual(240);
  expect(performance.now() - started).toBeLessThan(50);
});
