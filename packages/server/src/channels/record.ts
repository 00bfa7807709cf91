import type { Channel, ChannelHead, ChatDefinition, Membership } from "@chat/contract";
import { readCustom, toMoment, toMomentOrNull } from "../users/record.ts";

/** A channel row as `to_jsonb` gives it. */
export interface ChannelRow {
  id: string;
  type: "direct" | "group" | "thread";
  key: string | null;
  name: string | null;
  description: string | null;
  image: string | null;
  visibility: "public" | "private";
  hidesHistory: boolean;
  rootId: string;
  parentMessageId: string | null;
  directLow: string | null;
  directHigh: string | null;
  slowModeSeconds: number;
  postingPolicy: "everyone" | "moderators";
  version: number;
  custom: Record<string, unknown>;
  createdById: string | null;
  createdAt: string | Date;
  archivedAt: string | Date | null;
  frozenAt: string | Date | null;
}

export interface HeadRow {
  channelId: string;
  seq: number;
  version: number;
  purgeVersion: number;
  messageCount: number;
  broadcastCount: number;
  memberCount: number;
  lastActivityAt: string | Date;
}

export function toChannel(definition: ChatDefinition, row: ChannelRow): Channel {
  return {
    id: row.id,
    type: row.type,
    key: row.key,
    name: row.name,
    description: row.description,
    image: row.image,
    visibility: row.visibility,
    hidesHistory: row.hidesHistory,
    rootId: row.rootId,
    parentMessageId: row.parentMessageId,
    slowModeSeconds: row.slowModeSeconds,
    postingPolicy: row.postingPolicy,
    version: row.version,
    createdById: row.createdById,
    createdAt: toMoment(row.createdAt),
    archivedAt: toMomentOrNull(row.archivedAt),
    frozenAt: toMomentOrNull(row.frozenAt),
    custom: readCustom(definition, "channel", row.custom),
  };
}

export function toHead(row: HeadRow): ChannelHead {
  return {
    seq: row.seq,
    version: row.version,
    messageCount: row.messageCount,
    broadcastCount: row.broadcastCount,
    memberCount: row.memberCount,
    lastActivityAt: toMoment(row.lastActivityAt),
  };
}

/** The caller's member row with the count of personal mentions above the effective cursor. */
export interface MembershipRow {
  role: "owner" | "moderator" | "member";
  joinedAt: string | Date;
  visibleFromSeq: number;
  readSeq: number;
  unreadFrom: number | null;
  cursorCount: number;
  cursorBroadcast: number;
  mentionCount: number;
  stateVersion: number;
  /** The channel's seq in the same statement; left out where its head stands beside. */
  countedSeq?: number;
  pinnedAt: string | Date | null;
  hiddenAt: string | Date | null;
  mutedUntil: string | Date | null;
}

/** Personal mentions above the effective cursor of a member row, as an SQL expression. */
export const mentionCountSql = (mb = "mb") => `(
  SELECT count(*)::int FROM "Mention" n
  WHERE n."channelId" = ${mb}."channelId" AND n."userId" = ${mb}."userId" AND n.seq > COALESCE(${mb}."unreadFrom" - 1, ${mb}."readSeq")
)`;

export function toMembership(row: MembershipRow): Membership {
  return {
    role: row.role,
    joinedAt: toMoment(row.joinedAt),
    visibleFromSeq: row.visibleFromSeq,
    readSeq: row.readSeq,
    unreadFrom: row.unreadFrom,
    cursorCount: row.cursorCount,
    cursorBroadcast: row.cursorBroadcast,
    mentionCount: row.mentionCount,
    stateVersion: row.stateVersion,
    ...(row.countedSeq !== undefined && { countedSeq: row.countedSeq }),
    pinnedAt: toMomentOrNull(row.pinnedAt),
    hiddenAt: toMomentOrNull(row.hiddenAt),
    mutedUntil: toMomentOrNull(row.mutedUntil),
  };
}
