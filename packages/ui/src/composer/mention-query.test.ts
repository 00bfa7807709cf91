import { expect, it } from "vitest";
import { findMentionQuery } from "./mention-query.ts";

const at = (marked: string) => findMentionQuery(marked.replace("|", ""), marked.indexOf("|"));

it.each([
  ["@|", { start: 0, query: "" }],
  ["hi @an|", { start: 3, query: "an" }],
  ["hi @an|na", { start: 3, query: "an" }],
  ["(@Zoë|", { start: 1, query: "Zoë" }],
  ["a\n@b|", { start: 2, query: "b" }],
  ["@Ann L|", { start: 0, query: "Ann L" }],
])("finds %s", (text, expected) => {
  expect(at(text)).toEqual(expected);
});

it.each(["mail a@b|", "@ |", "@Ann Lee is|", "no|", "`@an|", "@a\n|"])("finds nothing in %s", (text) => {
  expect(at(text)).toBeNull();
});
