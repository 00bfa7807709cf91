import type { ChatDefinition, Member, MemberMute, UserRef } from "@chat/contract";
import { readCustom, toMoment, toMomentOrNull } from "../users/record.ts";

/** A member row as `to_jsonb` gives it. */
export interface MemberRow {
  channelId: string;
  userId: string;
  role: "owner" | "moderator" | "member";
  version: number;
  visibleFromSeq: number;
  readSeq: number;
  deliveredSeq: number;
  cursorCount: number;
  cursorBroadcast: number;
  custom: Record<string, unknown>;
  joinedAt: string | Date;
  leftAt: string | Date | null;
}

/**
 * SQL of the mute, as JSON, by which a group's own people keep somebody from writing in it now, the longest of several; null where there is none. Given are
 * the SQL of the person's id and of the group's.
 */
export const groupMuteSql = (
  userId: string,
  channelId: string,
) => `(SELECT jsonb_build_object('reason', s.reason, 'until', s.until)
  FROM "Sanction" s WHERE s."userId" = ${userId} AND s."channelId" = ${channelId} AND s."byGroup" AND s.type = 'mute'
    AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()) ORDER BY s.until DESC NULLS FIRST LIMIT 1)`;

export const toMute = ({ reason, until }: MemberMute): MemberMute => ({ reason, until: toMomentOrNull(until) });

export function toMember(definition: ChatDefinition, row: MemberRow, user: UserRef): Member {
  return {
    channelId: row.channelId,
    userId: row.userId,
    user,
    role: row.role,
    version: row.version,
    joinedAt: toMoment(row.joinedAt),
    leftAt: toMomentOrNull(row.leftAt),
    custom: readCustom(definition, "member", row.custom),
  };
}
