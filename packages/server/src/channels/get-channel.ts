import type { ChannelEntry, ChannelIdInput } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { bannedInSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { entryColumns, entryJoins, toEntry, type EntryRow } from "./load-entries.ts";
import { publicSql } from "./policy.ts";

/** A channel that the caller is in, or a public group that they could join. Errors: NOT_FOUND. */
export async function getChannel(services: Services, caller: Caller, { channelId }: ChannelIdInput): Promise<ChannelEntry> {
  const [row] = await services.db.query<EntryRow>(
    `SELECT ${entryColumns} FROM "Channel" c ${entryJoins} WHERE c.id = $2 AND (mb."userId" IS NOT NULL OR ${publicSql("$3")} AND NOT ${bannedInSql("$1", "c.id")})`,
    [caller.userId, channelId, caller.issuer],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  return toEntry(services, row);
}
