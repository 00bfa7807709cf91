import { v7 as uuidv7 } from "uuid";
import { callName } from "../people.ts";
import type { PlacedLine } from "./place-days.ts";
import type { ChannelSource } from "./plan-channel.ts";
import type { Membership } from "./plan-memberships.ts";
import type { MessageRow } from "./rows.ts";

/** The demo's people as messages need them. */
export interface Cast {
  idOf(key: string): string;
  nameOf(key: string): string;
  /** True for the six who can sign in. */
  hasAccount(userId: string): boolean;
}

interface Entry {
  readonly at: Date;
  readonly key: string;
  readonly text: string;
  readonly data?: object;
  readonly line?: PlacedLine;
}

interface TimelineInput {
  readonly channelId: string;
  readonly source: ChannelSource;
  readonly lines: readonly PlacedLine[];
  readonly memberships: readonly Membership[];
  readonly people: Cast;
}

/** The messages of a channel in order, system lines among them, with seq and the running count; versions come later. */
export function planTimeline({ channelId, source, lines, memberships, people }: TimelineInput): MessageRow[] {
  const said: Entry[] = lines.map((line) => ({ at: line.moment, key: line.nick, text: line.text, line }));
  const entries = [...systemLines(source, memberships, people), ...said].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const idOfLine = new Map<string, string>();
  let messageCount = 0;
  return entries.map(({ at, key, text, data, line }, index) => {
    const id = uuidv7({ msecs: at.getTime() });
    const target = line?.replyTo === undefined ? undefined : idOfLine.get(`${line.day} ${line.replyTo}`);
    if (line) idOfLine.set(`${line.day} ${line.n}`, id);
    if (line) messageCount += 1;
    return {
      id,
      channelId,
      seq: index + 1,
      version: 0,
      authorId: people.idOf(key),
      clientId: `seed:${index + 1}`,
      kind: line ? "text" : "system",
      ...linkMention(text, at, key, memberships, people),
      data: data ?? null,
      replyToId: target ?? null,
      mentionsAll: false,
      reactions: [],
      thread: null,
      messageCount,
      broadcastCount: 0,
      custom: {},
      createdAt: at,
      editedAt: null,
      deletedAt: null,
      deletedById: null,
    };
  });
}

/** "@ada …" of the slice as a mention, where she is a member at that time; else her name. */
function linkMention(text: string, at: Date, author: string, memberships: readonly Membership[], people: Cast) {
  const [address = "", key] = /^@(\S+) /.exec(text) ?? [];
  if (key === undefined) return { text, mentionIds: [] };
  const rest = text.slice(address.length);
  const member = memberships.find((membership) => membership.key === key);
  if (member === undefined || key === author || !isThere(member, at))
    return { text: `${callName(key)}: ${rest}`, mentionIds: [] };
  return { text: `${mentionLink(key, people)} ${rest}`, mentionIds: [people.idOf(key)] };
}

export function mentionLink(key: string, people: Cast): string {
  return `[@${people.nameOf(key)}](mention:${people.idOf(key)})`;
}

export function isThere({ joinedAt, leftAt }: Membership, at: Date): boolean {
  return joinedAt <= at && (leftAt === null || at < leftAt);
}

function systemLines(source: ChannelSource, memberships: readonly Membership[], people: Cast): Entry[] {
  const owner = memberships[0];
  if ("pair" in source || !owner) return [];
  const named = (list: readonly Membership[]) => list.map(({ key }) => ({ id: people.idOf(key), name: people.nameOf(key) }));
  const line = (at: number, key: string, data: object): Entry => ({ at: new Date(at), key, text: "", data });
  const start = owner.joinedAt.getTime();
  const founders = memberships.filter((membership) => membership !== owner && membership.joinedAt.getTime() === start);
  const moderators = memberships.filter(({ role }) => role === "moderator");
  return [
    line(start, owner.key, { type: "channel.created", value: source.room.name }),
    line(start + 1000, owner.key, { type: "member.added", users: named(founders) }),
    ...moderators.map((who, index) =>
      line(start + 60_000 + index * 1000, owner.key, { type: "member.role", users: named([who]), value: "moderator" }),
    ),
    ...memberships
      .filter(({ joinedAt }) => joinedAt.getTime() > start)
      .map(({ key, joinedAt }) => line(joinedAt.getTime(), key, { type: "member.joined" })),
    ...memberships.flatMap(({ key, leftAt }) => (leftAt === null ? [] : [line(leftAt.getTime(), key, { type: "member.left" })])),
  ];
}
