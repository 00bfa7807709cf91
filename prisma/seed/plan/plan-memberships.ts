import { demoPeople, personKey } from "../people.ts";
import type { PlacedLine } from "./place-days.ts";
import type { ChannelSource } from "./plan-channel.ts";

const JOIN_LATER = 2;

/** Who is in a channel, since when and until when. */
export interface Membership {
  readonly key: string;
  readonly role: "owner" | "moderator" | "member";
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
}

const demoKeys: ReadonlySet<string> = new Set(demoPeople.map(personKey));

/** Everyone is there from the start, but in public groups two join right before they first speak, and one leaves after the last word. */
export function planMemberships(source: ChannelSource, lines: readonly PlacedLine[], createdAt: Date): Membership[] {
  const first = new Date(createdAt.getTime() + 1000);
  if ("pair" in source) return source.pair.map((key) => ({ key, role: "member", joinedAt: first, leftAt: null }));
  const { room } = source;
  const spoke = room.people.filter((key) => !demoKeys.has(key) && lines.some((line) => line.nick === key));
  const begin = (key: string) => lines.find((line) => line.nick === key)?.moment.getTime() ?? 0;
  const end = (key: string) => lines.findLast((line) => line.nick === key)?.moment.getTime() ?? 0;
  const open = room.visibility === "public";
  const late = new Set(open ? spoke.toSorted((a, b) => begin(b) - begin(a)).slice(0, JOIN_LATER) : []);
  const gone = open
    ? spoke.filter((key) => !late.has(key) && !room.moderators.includes(key)).toSorted((a, b) => end(a) - end(b))[0]
    : undefined;
  return room.people.map((key, index) => ({
    key,
    role: index === 0 ? "owner" : room.moderators.includes(key) ? "moderator" : "member",
    joinedAt: late.has(key) ? new Date(begin(key) - 20_000) : first,
    leftAt: key === gone ? new Date(end(key) + 90_000) : null,
  }));
}
