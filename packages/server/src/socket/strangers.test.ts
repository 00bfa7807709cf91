import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaultStrangerRules, Strangers, type Stranger } from "./strangers.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const strangerAt = (ip: string) => ({ ip, turnAway: vi.fn<Stranger["turnAway"]>() });

it("counts one that leaves twice once, and forgets addresses that have none", () => {
  const strangers = new Strangers({ perAddress: 2, proofMs: 100 });
  const [first, second, third] = [strangerAt("203.0.113.7"), strangerAt("203.0.113.7"), strangerAt("203.0.113.7")];
  strangers.enter(first);
  strangers.enter(second);
  expect([strangers.isFull("203.0.113.7"), strangers.isFull("203.0.113.8")]).toEqual([true, false]);
  strangers.leave(first);
  strangers.leave(first);
  strangers.enter(third);
  expect(strangers.isFull("203.0.113.7")).toBe(true);
});

it("turns each away when its own time is over, and not while its proof is looked at", () => {
  const strangers = new Strangers({ perAddress: 10, proofMs: 100 });
  const [first, later, held, proved] = ["1", "2", "3", "4"].map((end) => strangerAt(`203.0.113.${end}`));
  if (!first || !later || !held || !proved) throw new Error("four strangers");
  for (const stranger of [first, held, proved]) strangers.enter(stranger);
  vi.advanceTimersByTime(60);
  strangers.enter(later);
  strangers.hold(held);
  strangers.leave(proved);
  vi.advanceTimersByTime(41);
  const turnedAway = () => [first, later, held, proved].map(({ turnAway }) => turnAway.mock.calls.length);
  expect(turnedAway()).toEqual([1, 0, 0, 0]);
  strangers.wait(held);
  vi.advanceTimersByTime(60);
  expect(turnedAway()).toEqual([1, 1, 0, 0]);
  vi.advanceTimersByTime(60);
  expect(turnedAway()).toEqual([1, 1, 1, 0]);
});

it("cuts a stranger within ten seconds, with two for the close (S11)", () => {
  expect(defaultStrangerRules.proofMs + 2_000).toBeLessThanOrEqual(10_000);
});
