import { callName } from "../people.ts";

const ordinary =
  /^(?:will|alien|cables|me|you|that|this|root|user|linux|ubuntu|debian|gnome|help|test|guest|love|game|light|max|may|mark|bill|sound|fire|blue|none|hey|hello|thanks|man|dude|sudo|yes|well|and|the|ok|so)$/i;

/** A text without the address that IRC puts before it, and whom it addressed: a key, or null where they take no part in the talk. */
export interface Addressed {
  readonly text: string;
  readonly to: string | null;
}

/** "crimsun_" and "crimsun`" are "crimsun" to those who talk to them. */
export function bareNick(nick: string): string {
  return nick.toLowerCase().replace(/^[\W_]+|[\W_]+$/g, "");
}

/** Takes "nick: " off the start, and calls the other participants by the names that they have in the demo. */
export function renameNicks(raw: string, parts: ReadonlyMap<string, string>, nicksOfDay: ReadonlySet<string>): Addressed {
  const byLower = new Map(
    [...parts].flatMap(([nick, key]) => [[nick.toLowerCase(), key] as const, [bareNick(nick), key] as const]),
  );
  let text = raw;
  let to: string | null = null;
  const start = /^@?([^\s:,;>]+)(\s?[:,;>]+\s*|\s+)(?=\S)/.exec(text);
  const nick = start?.[1]?.toLowerCase();
  if (start && nick !== undefined) {
    const bare = bareNick(nick);
    const marked = start[2]?.trim() !== "";
    const short = marked && bare.length > 3 ? [...byLower].find(([name]) => name.startsWith(bare))?.[1] : undefined;
    const known = byLower.get(nick) ?? byLower.get(bare) ?? short;
    const oneOfThem = nicksOfDay.has(nick) || nicksOfDay.has(bare);
    if (known !== undefined && (marked || !ordinary.test(nick))) to = known;
    if (to !== null || (oneOfThem && marked)) text = text.slice(start[0].length);
  }
  for (const [name, key] of byLower) {
    if (name.length < 3 || ordinary.test(name)) continue;
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    text = text.replace(new RegExp(`(?<![\\w/.@-])${escaped}(?![\\w/-]|\\.\\w)`, "gi"), callName(key));
  }
  return { text: text.trim(), to };
}
