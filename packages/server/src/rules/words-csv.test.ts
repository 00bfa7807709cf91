import { expect, test } from "vitest";
import { importWords } from "./words-csv.ts";

test("words come from the first cell of each row, quoted or not, each once", () => {
  expect(importWords('\uFEFFword,note\r\nfoo,why\r\n"b, ""ar""";x\n\nfoo\n\'=1+1\nlast')).toEqual({
    words: ["foo", 'b, "ar"', "=1+1", "last"],
    errors: [],
  });
});

test("what cannot be taken is told by its line", () => {
  const { words, errors } = importWords(`ok\n"two\nlines"\n${"x".repeat(101)}\nfine\n"open`);
  expect(words).toEqual(["ok", "two\nlines", "fine"]);
  expect(errors.map(({ line }) => line)).toEqual([4, 6]);
});
