import { expect, it } from "vitest";
import { cutExcerpt } from "./cut-excerpt.ts";

const ann = "[@Ann \\] Berg](mention:01a1bb0f-0470-76ce-8076-e07a5dc706b3)";

it("says what stands before and after", () => {
  expect(cutExcerpt("one two three", 0, 50)).toBe("one two three");
  expect(cutExcerpt("one two three", 4, 3)).toBe("…two…");
});

it("cuts no mention in two, at its start or at its end", () => {
  const text = `Hello ${ann}, how are you?`;
  expect(cutExcerpt(text, 10, 20)).toBe(`…${ann}…`);
  expect(cutExcerpt(text, 10, 200)).toBe(`…${ann}, how are you?`);
  expect(cutExcerpt(text, 0, 8)).toBe(`Hello ${ann}…`);
  expect(cutExcerpt(text, 6, ann.length)).toBe(`…${ann}…`);
});

it("puts a sign in place of half a character", () => {
  expect(cutExcerpt("a😀b", 2, 2)).toBe("…\uFFFDb");
});
