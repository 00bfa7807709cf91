import { expect, it } from "vitest";
import { defaultStrangerRules, Strangers } from "./strangers.ts";

it("counts one that leaves twice once, and forgets addresses that have none", () => {
  const strangers = new Strangers({ perAddress: 2 });
  const leave = strangers.enter("203.0.113.7");
  strangers.enter("203.0.113.7");
  expect([strangers.isFull("203.0.113.7"), strangers.isFull("203.0.113.8")]).toEqual([true, false]);
  leave();
  leave();
  strangers.enter("203.0.113.7");
  expect(strangers.isFull("203.0.113.7")).toBe(true);
});

it("cuts a stranger within ten seconds, with two for the close (S11)", () => {
  expect(defaultStrangerRules.proofMs + 2_000).toBeLessThanOrEqual(10_000);
});
