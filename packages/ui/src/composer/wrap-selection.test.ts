import { expect, it } from "vitest";
import { wrapSelection, type TextChange } from "./wrap-selection.ts";

const apply = (text: string, change: TextChange) => text.slice(0, change.start) + change.insert + text.slice(change.end);

it("wraps the selection and keeps it selected", () => {
  const change = wrapSelection("a word b", 2, 6, "**");
  expect(apply("a word b", change)).toBe("a **word** b");
  expect([change.selectStart, change.selectEnd]).toEqual([4, 8]);
});

it("puts the caret between marks where nothing is selected", () => {
  const change = wrapSelection("", 0, 0, "`");
  expect(apply("", change)).toBe("``");
  expect([change.selectStart, change.selectEnd]).toEqual([1, 1]);
});

it("takes marks away, outside or inside the selection", () => {
  const outside = wrapSelection("a **word** b", 4, 8, "**");
  expect(apply("a **word** b", outside)).toBe("a word b");
  const inside = wrapSelection("a **word** b", 2, 10, "**");
  expect(apply("a **word** b", inside)).toBe("a word b");
});
