import { expect, it } from "vitest";
import { findEmojiQuery } from "./emoji-query.ts";
import { rank } from "./search-emoji.ts";

it.each([
  [":sm", { start: 0, query: "sm" }],
  ["hello :thumbs_up", { start: 6, query: "thumbs_up" }],
  ["(:ta", { start: 1, query: "ta" }],
  [":s", null],
  ["12:30", null],
  ["http://x", null],
  ["`:sm", null],
  [":smile: done", null],
])("%j", (text, expected) => {
  expect(findEmojiQuery(text, text.length)).toEqual(expected);
});

it("ranks whole names before beginnings, those before other words, and the reader's own before others", () => {
  const entries = [
    { emoji: "😀", name: "grinning face", words: ["grinning", "face", "smile"] },
    { emoji: "🎉", name: "party popper", words: ["party", "popper", "tada"] },
    { emoji: "🥳", name: "partying face", words: ["partying", "face", "party"] },
    { emoji: "🧑", name: "face", words: ["face"] },
  ];
  const find = (query: string, frequent: string[] = []) => rank(entries, query, frequent).map(({ emoji }) => emoji);
  expect(find("party")).toEqual(["🎉", "🥳"]);
  expect(find("part", ["🥳"])).toEqual(["🥳", "🎉"]);
  expect(find("smi")).toEqual(["😀"]);
  expect(find("party_p")).toEqual(["🎉"]);
  expect(find("nothing")).toEqual([]);
});
