import { v7 as uuidv7 } from "uuid";
import type { Room } from "../rooms.ts";
import { addReactions } from "./add-reactions.ts";
import { callByName } from "./call-by-name.ts";
import { changeMessages } from "./change-messages.ts";
import type { PlacedLine } from "./place-days.ts";
import { planCursors } from "./plan-cursors.ts";
import { planMemberships, type Membership } from "./plan-memberships.ts";
import { planTimeline, type Cast } from "./plan-timeline.ts";
import type { ChannelPlan, ChannelRow, MemberRow } from "./rows.ts";

/** Where a channel's rows come from: a group of the demo, or a pair of people who write to each other. */
export type ChannelSource = { readonly room: Room } | { readonly pair: readonly [string, string] };

export interface PlanContext {
  readonly people: Cast;
  /** Account holders who were called by name in a channel planned before; each group adds one. */
  readonly called: Set<string>;
  readonly now: Date;
  readonly random: () => number;
}

/** All rows of one channel, with the numbers that its invariants ask for: seq without gaps, one version a change, running counts. */
export function planChannel(
  source: ChannelSource,
  lines: readonly PlacedLine[],
  { people, called, now, random }: PlanContext,
): ChannelPlan {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new Error("A channel of the demo has no messages.");
  const createdAt = new Date(first.moment.getTime() - 600_000);
  const id = uuidv7({ msecs: createdAt.getTime() });
  const memberships = planMemberships(source, lines, createdAt);
  const messages = planTimeline({ channelId: id, source, lines, memberships, people });
  if ("room" in source) callByName({ messages, memberships, people, called });
  const { reactions, changes: reacted } = addReactions({ messages, memberships, people, now, random });
  const { revisions, changes: edited } = changeMessages({
    messages,
    room: "room" in source ? source.room.key : "direct",
    people,
    random,
  });
  const members = memberships.map((membership) => memberRow(id, membership, people));
  let version = 1;
  for (const member of members) member.version = ++version;
  for (const message of messages) message.version = ++version;
  const left = members.filter((member) => member.leftAt !== null).map((row) => ({ row, at: row.leftAt ?? createdAt }));
  const latest = new Map(
    [...reacted, ...edited, ...left].toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ row, at }) => [row, at]),
  );
  for (const [row] of [...latest].toSorted(([, a], [, b]) => a.getTime() - b.getTime())) row.version = ++version;
  planCursors({ direct: "pair" in source, members, messages, people, random });
  const end = messages.at(-1);
  return {
    channel: channelRow(id, source, createdAt, people),
    head: {
      channelId: id,
      seq: messages.length,
      version,
      messageCount: end?.messageCount ?? 0,
      broadcastCount: end?.broadcastCount ?? 0,
      memberCount: members.filter((member) => member.leftAt === null).length,
      lastActivityAt: end?.createdAt ?? createdAt,
    },
    members,
    messages,
    revisions,
    reactions,
  };
}

function channelRow(id: string, source: ChannelSource, createdAt: Date, people: Cast): ChannelRow {
  const shared = { id, rootId: id, parentMessageId: null, version: 1, createdAt };
  if ("room" in source) {
    const { name, description, visibility } = source.room;
    const createdById = people.idOf(source.room.people[0] ?? "");
    return { ...shared, type: "group", name, description, visibility, directLow: null, directHigh: null, createdById };
  }
  const [low = "", high = ""] = source.pair.map((key) => people.idOf(key)).toSorted();
  const direct = { name: null, description: null, visibility: "private", directLow: low, directHigh: high } as const;
  return { ...shared, ...direct, type: "direct", createdById: people.idOf(source.pair[0]) };
}

function memberRow(channelId: string, { key, role, joinedAt, leftAt }: Membership, people: Cast): MemberRow {
  const counts = { version: 0, readSeq: 0, deliveredSeq: 0, cursorCount: 0, cursorBroadcast: 0 };
  return { channelId, userId: people.idOf(key), role, ...counts, joinedAt, leftAt };
}
