import type { ChannelEntry, Presence } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";
import { timeAgo } from "../channel-list/activity-time.ts";

type Reader = Parameters<typeof timeAgo>[2];

/** "Online", "Last seen 5 minutes ago", or "Offline" where that is not told. */
export function presenceLine(presence: Presence, now: Date, t: Pick<Catalogue, "channel">, reader: Reader): string {
  if (presence.online) return t.channel.online;
  if (presence.lastSeenAt === null) return t.channel.offline;
  const ago = timeAgo(presence.lastSeenAt, now, reader);
  return ago === null ? t.channel.justNow : t.channel.lastSeen(ago);
}

/** The quiet line under a channel's name: presence of the other person, or the number of members. */
export function channelStatusLine(
  entry: Pick<ChannelEntry, "channel" | "head" | "peer">,
  now: Date,
  t: Pick<Catalogue, "channel">,
  reader: Reader,
): string {
  if (entry.channel.type === "direct") return entry.peer === null ? "" : presenceLine(entry.peer, now, t, reader);
  const members = t.channel.members(entry.head.memberCount);
  return entry.channel.archivedAt === null ? members : `${t.channel.archived} · ${members}`;
}
