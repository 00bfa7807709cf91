import { expect, it } from "vitest";
import { emojiLocale } from "./emoji-locale.ts";

it.each([
  ["en", "en"],
  ["en-US", "en"],
  ["en-GB", "en-gb"],
  ["de", "de"],
  ["de-AT", "de"],
  ["es-ES", "es"],
  ["es-MX", "es-mx"],
  ["pt-BR", "pt"],
  ["zh", "zh"],
  ["zh-CN", "zh"],
  ["zh-TW", "zh-hant"],
  ["zh-Hant-HK", "zh-hant"],
  ["no", "nb"],
  ["nn-NO", "nb"],
  ["ar", "en"],
  ["he-IL", "en"],
])("%s reads %s", (tag, folder) => {
  expect(emojiLocale(tag)).toBe(folder);
});
