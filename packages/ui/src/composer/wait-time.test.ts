import { expect, it } from "vitest";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { waitTime } from "./wait-time.ts";

it.each([
  [9, "9", "9 s"],
  [60, "1:00", "1 min"],
  [3_594, "59:54", "59 min 54 s"],
  [3_600, "1:00", "1 h"],
  [3_661, "1:02", "1 h 2 min"],
])("writes and says a wait of %i s", (seconds, written, said) => {
  expect(waitTime(seconds)).toBe(written);
  expect(composerStrings.waitSeconds(seconds)).toBe(`You can send again in ${said}`);
});
