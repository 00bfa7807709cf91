import { expect, it } from "vitest";
import { toWaveform } from "./voice-recording.ts";

it.each([
  [[], 4, [0, 0, 0, 0]],
  [[0.1, 0.2], 2, [0.5, 1]],
  [[0.1, 0.4, 0.2, 0.2, 0, 0.1], 3, [1, 0.5, 0.25]],
  [[0.5], 3, [1, 1, 1]],
])("%j in %i bars", (levels, bars, expected) => {
  expect(toWaveform(levels, bars)).toEqual(expected);
});
