import type { ChatDefinition, Member, UserRef } from "@chat/contract";
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
