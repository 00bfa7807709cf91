import { expect, it } from "vitest";
import { nextHold } from "./stick.ts";

it.each([
  ["stays at the end", "held", { before: 500, now: 500, distance: 0 }, "held"],
  ["forgives rounding", "held", { before: 500, now: 499, distance: 1.5 }, "held"],
  ["lets go at the first real move up", "held", { before: 500, now: 494, distance: 6 }, "away"],
  ["stays while content grows below", "held", { before: 500, now: 500, distance: 80 }, "held"],
  ["stays away when something is above or below", "away", { before: 200, now: 200, distance: 20 }, "away"],
  ["does not take hold on the way up, however near", "away", { before: 500, now: 490, distance: 10 }, "away"],
  ["takes hold on the way down near the end", "away", { before: 470, now: 480, distance: 20 }, "held"],
  ["not before", "away", { before: 400, now: 450, distance: 50 }, "away"],
  ["takes hold wherever it is at the very end", "away", { before: 500, now: 400, distance: 0 }, "held"],
  ["takes no late event of its own for the reader's", "leaving", { before: 500, now: 500, distance: 0 }, "leaving"],
  ["lets go once the reader has moved", "leaving", { before: 500, now: 460, distance: 40 }, "away"],
  ["takes hold where the reader turned round", "leaving", { before: 480, now: 500, distance: 0 }, "held"],
] as const)("%s", (_, hold, move, expected) => {
  expect(nextHold(hold, move)).toBe(expected);
});
