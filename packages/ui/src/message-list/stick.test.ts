import { expect, it } from "vitest";
import { nextStuck } from "./stick.ts";

it.each([
  ["stays at the end", true, { before: 500, now: 500, distance: 0 }, true],
  ["forgives rounding", true, { before: 500, now: 499, distance: 1.5 }, true],
  ["lets go at the first real move up", true, { before: 500, now: 494, distance: 6 }, false],
  ["stays while content grows below", true, { before: 500, now: 500, distance: 80 }, true],
  ["stays away when something is above or below", false, { before: 200, now: 200, distance: 20 }, false],
  ["does not take hold on the way up, however near", false, { before: 500, now: 490, distance: 10 }, false],
  ["takes hold on the way down near the end", false, { before: 470, now: 480, distance: 20 }, true],
  ["not before", false, { before: 400, now: 450, distance: 50 }, false],
  ["takes hold wherever it is at the very end", false, { before: 500, now: 400, distance: 0 }, true],
])("%s", (_, stuck, move, expected) => {
  expect(nextStuck(stuck, move)).toBe(expected);
});
