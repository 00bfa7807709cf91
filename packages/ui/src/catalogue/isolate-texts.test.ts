import { expect, it } from "vitest";
import { isolateTexts } from "./isolate-texts.ts";

const texts = {
  muted: "You are muted here.",
  feature: {
    replies: (count: number) => `${count} replies`,
    of: (author: string) => `Thread of ${author}`,
    roles: { owner: "owner, too", others: "Others…" },
  },
};

it("puts texts, made ones and inner ones too, between marks that keep them from their surroundings", () => {
  const { muted, feature } = isolateTexts(texts);
  expect([muted, feature.replies(3), feature.of("عمر"), feature.roles.others]).toEqual([
    "\u2068You are muted here.\u2069",
    "\u20683 replies\u2069",
    "\u2068Thread of عمر\u2069",
    "\u2068Others…\u2069",
  ]);
});

it("leaves alone what nothing can turn", () => {
  const { feature } = isolateTexts(texts);
  expect([feature.of("Ann"), feature.roles.owner]).toEqual(["Thread of Ann", "owner, too"]);
});

it("makes the same of the same, so that parts need not render again", () => {
  expect(isolateTexts(texts)).toBe(isolateTexts(texts));
});
