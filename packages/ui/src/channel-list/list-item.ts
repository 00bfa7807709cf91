import type { ChannelEntry, UserRef } from "@chat/contract";

/** One row: a channel with the reader's counts and who is typing in it. */
export interface ChannelListItem {
  entry: ChannelEntry;
  unread: number;
  mentions: number;
  typing: readonly UserRef[];
}

/** Muted for now; a far date is for good. */
export function isMuted(me: ChannelEntry["me"], now: Date): boolean {
  return me !== null && me.mutedUntil !== null && new Date(me.mutedUntil) > now;
}

const folded = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();

/** True where every word of the query begins or stands in the title, whatever the accents and case. */
export function matchesTitle(title: string, query: string): boolean {
  const name = folded(title);
  return folded(query)
    .split(/\s+/)
    .every((word) => name.includes(word));
}
