const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const first = (table: readonly (readonly [RegExp, string])[], text: string) =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Browser and system that a user agent names, so far as it can be told; null where neither is known. */
export function readUserAgent(userAgent: string | null): { browser: string; system: string; isPhone: boolean } | null {
  if (userAgent === null) return null;
  const browser = first(browsers, userAgent);
  const system = first(systems, userAgent);
  if (browser === null || system === null) return null;
  return { browser, system, isPhone: system === "iPhone" || (system === "Android" && /Mobile/.test(userAgent)) };
}
