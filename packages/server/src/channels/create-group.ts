import type { ChannelEntry, CreateGroup, SystemData } from "@chat/contract";
import type { Queryable } from "@chat/db";
import { bannedSql } from "../auth/may-call.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { parseCustom } from "../custom-fields.ts";
import { storeImage } from "../images/store-image.ts";
import type { Services } from "../services.ts";
import { requireFindable } from "../users/policy.ts";
import { insertChannel } from "./insert-channel.ts";
import { loadEntry } from "./load-entries.ts";

/**
 * A new group, owned by the caller, with people whom they may find. Private unless told otherwise. Errors: NOT_FOUND if one of them is not to be found,
 * FORBIDDEN where staff alone make groups, PERSON_BANNED, INVALID_INPUT, TOO_LONG.
 */
export async function createGroup(services: Services, caller: Caller, input: CreateGroup): Promise<ChannelEntry> {
  if (caller.role === "user" && services.settings.get("whoMayCreateGroups") === "staff")
    throw new ChatError("FORBIDDEN", { message: "On this site staff create the groups." });
  const memberIds = await requireFindable(services, caller, input.memberIds ?? []);
  const custom = parseCustom(services.definition, "channel", input.custom);
  const image = await storeImage(services.db, input.image ?? null);
  const made = await services.db.transaction(async (tx) =>
    insertChannel(services, tx, {
      ...input,
      type: "group",
      image,
      custom,
      createdById: caller.userId,
      members: [{ userId: caller.userId, role: "owner" }, ...memberIds.map((userId) => ({ userId, role: "member" as const }))],
      lines: await firstLines(tx, input.name, memberIds),
    }),
  );
  if (made === undefined) throw new Error("A group without a key cannot meet another.");
  services.hub.publish([made]);
  return loadEntry(services, caller.userId, made.channelId);
}

async function firstLines(tx: Queryable, name: string, memberIds: readonly string[]): Promise<SystemData[]> {
  const created: SystemData = { type: "channel.created", value: name };
  if (memberIds.length === 0) return [created];
  const users = await tx.query<{ id: string; name: string; isBanned: boolean }>(
    `SELECT u.id, u.name, ${bannedSql} AS "isBanned" FROM "User" u WHERE u.id = ANY($1::uuid[]) ORDER BY lower(u.name), u.id`,
    [memberIds],
  );
  if (users.some(({ isBanned }) => isBanned)) throw new ChatError("PERSON_BANNED");
  return [created, { type: "member.added", users: users.map(({ id, name }) => ({ id, name })) }];
}
