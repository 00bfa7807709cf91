import type { BrowseChannels, ChannelEntry } from "@chat/contract";
import { containsPattern } from "../contains-pattern.ts";
import type { Caller } from "../context.ts";
import { bannedInSql } from "../members/policy.ts";
import type { Services } from "../services.ts";
import { entryColumns, entryJoins, toEntry, type EntryRow } from "./load-entries.ts";
import { publicSql } from "./policy.ts";

/** Public groups by any part of their name, the largest first, those that the caller is in too (`me` tells); without archived ones. */
export async function browseChannels(
  services: Services,
  caller: Caller,
  input: BrowseChannels,
): Promise<{ items: ChannelEntry[] }> {
  const { query = "", limit = 20 } = input;
  const rows = await services.db.query<EntryRow>(
    `SELECT ${entryColumns} FROM "Channel" c ${entryJoins}
     WHERE ${publicSql("$2")} AND NOT ${bannedInSql("$1", "c.id")} AND c."archivedAt" IS NULL AND c.name ILIKE $3
     ORDER BY h."memberCount" DESC, lower(c.name), c.id LIMIT $4`,
    [caller.userId, caller.issuer, containsPattern(query), limit],
  );
  return { items: rows.map((row) => toEntry(services, row)) };
}
