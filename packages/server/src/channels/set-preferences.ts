import type { Membership, SetPreferences } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { inPlaceSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { mentionCountSql, toMembership, type MembershipRow } from "./record.ts";

/** The caller's own pin, mute and hiding of a channel; what is not given stays. A hidden channel comes back with new activity. Errors: NOT_FOUND. */
export async function setPreferences(services: Services, caller: Caller, input: SetPreferences): Promise<Membership> {
  const { channelId, pinned, hidden, mutedUntil } = input;
  const [row] = await services.db.query<MembershipRow>(
    `UPDATE "Member" mb SET "stateVersion" = mb."stateVersion" + 1,
       "pinnedAt" = CASE $3::boolean WHEN TRUE THEN COALESCE(mb."pinnedAt", now()) WHEN FALSE THEN NULL ELSE mb."pinnedAt" END,
       "hiddenAt" = CASE $4::boolean WHEN TRUE THEN GREATEST(now(), h."lastActivityAt") WHEN FALSE THEN NULL ELSE mb."hiddenAt" END,
       "mutedUntil" = CASE WHEN $5 THEN $6::timestamptz ELSE mb."mutedUntil" END
     FROM "ChannelHead" h
     WHERE mb."channelId" = $1 AND mb."userId" = $2 AND ${inPlaceSql()} AND h."channelId" = mb."channelId"
     RETURNING mb.*, ${mentionCountSql()} AS "mentionCount", h.seq AS "countedSeq"`,
    [channelId, caller.userId, pinned ?? null, hidden ?? null, mutedUntil !== undefined, mutedUntil ?? null],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  const me = toMembership(row);
  services.hub.publishState(caller.userId, channelId, me);
  return me;
}
