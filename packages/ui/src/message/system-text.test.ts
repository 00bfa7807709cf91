import { systemLineTypes } from "@chat/contract";
import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { ann, makeMessage } from "../message-list/make-message.fixture.ts";
import { systemText } from "./system-text.ts";

const line = (data: Record<string, unknown> | null) =>
  systemText(makeMessage(1, { kind: "system", author: ann, data }), english, "en", (id) => (id === "b" ? "Benjamin" : undefined));

it("has a sentence for every kind of line", () => {
  const sentences = systemLineTypes.map((type) => line({ type, users: [], value: "x" }));
  expect(new Set(sentences).size).toBe(systemLineTypes.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^Ann /);
});

it("names people as they are called now, and words roles", () => {
  expect(line({ type: "member.removed", users: [{ id: "00000000-0000-4000-8000-000000000001", name: "Cleo" }] })).toBe(
    "Ann removed Cleo",
  );
  expect(line({ type: "member.role", users: [], value: "moderator" })).toContain("moderator");
  expect(line({ type: "channel.described", value: null })).toBe("Ann removed the description");
  expect(line({ type: "channel.renamed", value: "owner" })).toBe("Ann renamed the group to “owner”");
});

it("keeps a name that runs from right to left from turning the sentence around", () => {
  const users = [{ id: "00000000-0000-4000-8000-000000000001", name: "مريم" }];
  expect(line({ type: "member.removed", users })).toBe("Ann removed \u2068مريم\u2069");
  expect(line({ type: "channel.renamed", value: "\u202eevil" })).toBe("Ann renamed the group to “\u2068\u202eevil\u2069”");
});

it("still says something of a kind that it does not know", () => {
  expect(line({ type: "channel.teleported" })).toBe("Ann changed the group");
  expect(line(null)).toBe("Ann changed the group");
});
