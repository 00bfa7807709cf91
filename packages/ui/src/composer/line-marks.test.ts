import { expect, it } from "vitest";
import { continueList, linkSelection, markLines } from "./line-marks.ts";
import type { TextChange } from "./wrap-selection.ts";

const apply = (text: string, change: TextChange | null) =>
  change && text.slice(0, change.start) + change.insert + text.slice(change.end);

it.each([
  ["quote", "a\nb", "> a\n> b"],
  ["quote", "> a\n> b", "a\nb"],
  ["bullets", "a\n- b", "- a\n- b"],
  ["numbers", "a\nb", "1. a\n2. b"],
  ["numbers", "1. a\n2. b", "a\nb"],
] as const)("%s: %j", (mark, text, expected) => {
  expect(apply(text, markLines(text, 0, text.length, mark))).toBe(expected);
});

it("marks the line that the caret is in", () => {
  const text = "one\ntwo\nthree";
  expect(apply(text, markLines(text, 5, 5, "bullets"))).toBe("one\n- two\nthree");
});

it.each([
  ["- a", "- a\n- "],
  ["  * a", "  * a\n  * "],
  ["9. a", "9. a\n10. "],
  ["- [x] a", "- [x] a\n- [ ] "],
  ["- a\n- ", "- a\n\n"],
  ["a", null],
  ["-a", null],
])("a line break after %j", (text, expected) => {
  expect(apply(text, continueList(text, text.length))).toBe(expected);
});

it.each([
  ["see docs now", 4, 8, "https://example.com/a_(b)", "see [docs](https://example.com/a_%28b%29) now"],
  ["see docs now", 4, 8, "javascript:alert(1)", null],
  ["see docs now", 4, 4, "https://example.com", null],
  ["https://a.example", 0, 17, "https://example.com", null],
  ["two\nlines", 0, 9, "https://example.com", null],
])("%j", (text, start, end, pasted, expected) => {
  expect(apply(text, linkSelection(text, start, end, pasted))).toBe(expected);
});
