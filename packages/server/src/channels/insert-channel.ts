import type { DurableEvent, SystemData } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import { toMember, type MemberRow } from "../members/record.ts";
import { systemLine } from "../realtime/write-system-line.ts";
import type { Committed } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { toUserRef, type UserRow } from "../users/record.ts";
import { toHead } from "./record.ts";

export interface NewChannel {
  readonly type: "direct" | "group";
  readonly key?: string | null;
  readonly name?: string | null;
  readonly description?: string | null;
  readonly image?: string | null;
  readonly visibility?: "public" | "private";
  readonly hidesHistory?: boolean;
  readonly slowModeSeconds?: number;
  readonly postingPolicy?: "everyone" | "moderators";
  /** The two of a direct message. */
  readonly pair?: readonly [string, string];
  readonly custom?: Record<string, unknown>;
  readonly createdById: string;
  readonly members: readonly { userId: string; role: MemberRow["role"] }[];
  readonly lines: readonly SystemData[];
}

/**
 * A new channel with its first members and lines: the row takes version 1, members and lines the next ones. Nobody can hold its lock yet, so it
 * needs no lane. Answers undefined, and writes nothing, where the pair or key is taken; a maker of the same who came first is waited for.
 */
export async function insertChannel(services: Services, tx: Queryable, channel: NewChannel): Promise<Committed | undefined> {
  const id = uuidv7();
  const now = new Date().toISOString();
  if (!(await insertRow(tx, id, channel, now))) return undefined;
  const { members, lines } = channel;
  const version = 1 + members.length + lines.length;
  const head = {
    channelId: id,
    seq: lines.length,
    version,
    purgeVersion: 0,
    messageCount: 0,
    broadcastCount: 0,
    memberCount: members.length,
    lastActivityAt: now,
  };
  await tx.query(`INSERT INTO "ChannelHead" (SELECT * FROM jsonb_populate_record(NULL::"ChannelHead", $1))`, [head]);
  const memberRows = members.map(({ userId, role }, index) =>
    newMember({ channelId: id, userId, role, version: 2 + index, readSeq: lines.length, now }),
  );
  await tx.query(
    `INSERT INTO "Member" ("channelId", "userId", role, version, "readSeq", "deliveredSeq", "joinedAt")
     SELECT "channelId", "userId", role, version, "readSeq", "deliveredSeq", "joinedAt" FROM jsonb_populate_recordset(NULL::"Member", $1)`,
    [JSON.stringify(memberRows)],
  );
  await insertLines(tx, id, channel, now);
  const users = await tx.query<UserRow>(`SELECT u.* FROM "User" u WHERE u.id = ANY($1::uuid[])`, [
    members.map((member) => member.userId),
  ]);
  const people = new Map(users.map((user) => [user.id, toUserRef(user)]));
  const events = memberRows.flatMap((row): DurableEvent[] => {
    const user = people.get(row.userId);
    if (user === undefined) return [];
    return [
      {
        type: "member",
        channelId: id,
        version: row.version,
        member: toMember(services.definition, row, user),
        head: toHead(head),
      },
    ];
  });
  return { channelId: id, events };
}

async function insertRow(tx: Queryable, id: string, channel: NewChannel, now: string): Promise<boolean> {
  const [low, high] = [...(channel.pair ?? [])].sort();
  const inserted = await tx.query(
    `INSERT INTO "Channel" (id, type, key, name, description, image, visibility, "hidesHistory", "rootId", "directLow", "directHigh", "slowModeSeconds",
       "postingPolicy", version, custom, "createdById", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $1, $9, $10, $11, $12, 1, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id`,
    [
      id,
      channel.type,
      channel.key ?? null,
      channel.name ?? null,
      channel.description ?? null,
      channel.image ?? null,
      channel.visibility ?? "private",
      channel.hidesHistory ?? false,
      low ?? null,
      high ?? null,
      channel.slowModeSeconds ?? 0,
      channel.postingPolicy ?? "everyone",
      channel.custom ?? {},
      channel.createdById,
      now,
    ],
  );
  return inserted.length === 1;
}

function newMember(row: {
  channelId: string;
  userId: string;
  role: MemberRow["role"];
  version: number;
  readSeq: number;
  now: string;
}): MemberRow {
  const { now, ...given } = row;
  return {
    ...given,
    deliveredSeq: row.readSeq,
    visibleFromSeq: 0,
    cursorCount: 0,
    cursorBroadcast: 0,
    custom: {},
    joinedAt: now,
    leftAt: null,
  };
}

async function insertLines(tx: Queryable, channelId: string, channel: NewChannel, now: string): Promise<void> {
  if (channel.lines.length === 0) return;
  const first = 2 + channel.members.length;
  const rows = channel.lines.map((data, index) =>
    systemLine({
      channelId,
      seq: index + 1,
      version: first + index,
      authorId: channel.createdById,
      data,
      messageCount: 0,
      broadcastCount: 0,
      createdAt: now,
    }),
  );
  await tx.query(
    `INSERT INTO "Message" (id, "channelId", seq, version, "authorId", "clientId", kind, text, data, "mentionIds", "messageCount", "broadcastCount", "createdAt")
     SELECT id, "channelId", seq, version, "authorId", "clientId", kind, text, data, "mentionIds", "messageCount", "broadcastCount", "createdAt"
     FROM jsonb_populate_recordset(NULL::"Message", $1)`,
    [JSON.stringify(rows)],
  );
}
