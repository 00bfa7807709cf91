import { domainToASCII } from "node:url";
import type { Span } from "./span.ts";

/** A link in a text, and the host that it leads to. */
export interface FoundLink {
  readonly span: Span;
  /** In lower case and ASCII (Punycode), without a dot at its end. */
  readonly host: string;
  /** Written with `https://` or `www.`, so that it can be clicked; else only named, such as `example.com`. */
  readonly isLink: boolean;
}

// What browsers take for an address is more than people write: also https:/example.com and https:\\example.com.
const address = /https?:[\\/]*[^\s<>"'`]+|www\.[^\s<>"'`]+/giu;
const bare = /(?<![\p{L}\p{N}.@-])(?:[\p{L}\p{N}-]{1,63}[.。．｡]){1,8}\p{L}[\p{L}\p{N}-]{1,62}(?![\p{L}\p{N}-])/gu;
/** In markdown a backslash before a sign, and a character's number, are read as the character. */
const escaped = /\\([!-/:-@[-`{-~])|&#(\d{1,7});|&#x([\da-f]{1,6});|&(amp|colon|sol|period);/gi;
/** What ends a sentence, or closes a bracket around the address, is not of it. */
const tail = "]).,:;!?*_~|";
const named: Readonly<Record<string, string>> = { amp: "&", colon: ":", sol: "/", period: "." };

/** The links of a text, and what is named like a host. */
export function findLinks(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  const add = (source: string, span: Span, isLink: boolean) => {
    const host = hostOf(source);
    if (host !== null) found.push({ span, host, isLink });
  };
  for (const match of text.matchAll(address)) add(match[0], [match.index, match.index + match[0].length], true);
  const read = /[\\&]/.test(text) ? text.replace(escaped, readEscape) : text;
  // Where an address is written with escapes its place is not told: all of the text is.
  if (read !== text) for (const match of read.matchAll(address)) add(match[0], [0, text.length], true);
  for (const match of text.matchAll(bare)) add(match[0], [match.index, match.index + match[0].length], false);
  return found;
}

/** The host of an address or of a domain, as links are compared; null where there is none. */
export function hostOf(source: string): string | null {
  let end = source.length;
  while (tail.includes(source.charAt(end - 1)) && end > 0) end -= 1;
  const trimmed = source.slice(0, end);
  const url = URL.parse(/^https?:/i.test(trimmed) ? trimmed : `http://${trimmed}`);
  const host = url === null ? domainToASCII(trimmed) : url.hostname;
  return host.replace(/\.$/, "") || null;
}

/** True for the domain itself and for what lies below it. */
export function isWithin(host: string, domains: ReadonlySet<string>): boolean {
  for (let rest = host; rest !== ""; rest = rest.slice(rest.indexOf(".") + 1)) {
    if (domains.has(rest)) return true;
    if (!rest.includes(".")) return false;
  }
  return false;
}

function readEscape(_all: string, sign?: string, decimal?: string, hex?: string, name?: string): string {
  if (sign !== undefined) return sign;
  if (name !== undefined) return named[name.toLowerCase()] ?? "";
  const code = decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
