/** The languages of the package emojibase-data. */
const LOCALES = new Set(
  "bn da de en en-gb es es-mx et fi fr hi hu it ja ko lt ms nb nl pl pt ru sv th uk vi zh zh-hant".split(" "),
);

/** What is written in another way, and whose data reads the same. */
const OTHERS: Readonly<Record<string, string>> = { no: "nb", nn: "nb" };

/** The folder of emojibase-data that fits a BCP 47 tag best: the tag itself, its script or language, else English. */
export function emojiLocale(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const own = OTHERS[language] ?? language;
  const fitting = [`${own}-${region}`, `${own}-${script}`, own].map((one) => one.toLowerCase());
  return fitting.find((one) => LOCALES.has(one)) ?? "en";
}
