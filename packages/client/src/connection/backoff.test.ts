import { expect, it } from "vitest";
import { backoff } from "./backoff.ts";

it("waits up to half a second at first, then twice as long each time, up to half a minute", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 20].map((attempt) => backoff(attempt, () => 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(backoff(0, () => 0)).toBe(0);
  expect(backoff(7, () => 0)).toBe(15_000);
});
