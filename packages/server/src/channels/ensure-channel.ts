import type { ChannelEntry, EnsureChannel } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { parseCustom } from "../custom-fields.ts";
import { storeImage } from "../images/store-image.ts";
import type { Services } from "../services.ts";
import { insertChannel } from "./insert-channel.ts";
import { joinChange } from "./join-channel.ts";
import { loadEntry } from "./load-entries.ts";
import { publicSql } from "./policy.ts";

/**
 * The room of a business record, made if it is not there, with the caller as member. What is given beside the key counts only for a new room. A
 * host's person opens the keys that their token names or the host's `access` allows, staff of this site opens any, others those that they are in or that are public. Errors: NOT_FOUND.
 */
export async function ensureChannel(services: Services, caller: Caller, input: EnsureChannel): Promise<ChannelEntry> {
  const isTrusted = await mayHave(services, caller, input.key);
  const channelId =
    (await findRoom(services, caller, input.key, isTrusted)) ?? (isTrusted ? await makeRoom(services, caller, input) : undefined);
  const found = channelId ?? (isTrusted ? await findRoom(services, caller, input.key, true) : undefined);
  if (found === undefined) throw new ChatError("NOT_FOUND");
  await services.append.push(joinChange(found, caller.userId, { isInvited: true }));
  return loadEntry(services, caller.userId, found);
}

async function mayHave({ db, access }: Services, caller: Caller, key: string): Promise<boolean> {
  if (caller.via !== "token") return caller.role !== "user";
  if (caller.rooms.includes(key)) return true;
  if (access === null) return false;
  const [user] = await db.query<{ externalId: string }>(`SELECT "externalId" FROM "User" WHERE id = $1`, [caller.userId]);
  const { userId, issuer } = caller;
  return user !== undefined && (await access({ userId, issuer, externalId: user.externalId }, key));
}

async function findRoom(services: Services, caller: Caller, key: string, isTrusted: boolean): Promise<string | undefined> {
  const [row] = await services.db.query<{ id: string }>(
    `SELECT c.id FROM "Channel" c LEFT JOIN "Member" mb ON mb."channelId" = c.id AND mb."userId" = $2 AND mb."leftAt" IS NULL
     WHERE c.key = $1 AND ($3 OR mb."userId" IS NOT NULL OR ${publicSql("$4")})`,
    [key, caller.userId, isTrusted, caller.issuer],
  );
  return row?.id;
}

/** Answers undefined where somebody else made it meanwhile. */
async function makeRoom(services: Services, caller: Caller, input: EnsureChannel): Promise<string | undefined> {
  const custom = parseCustom(services.definition, "channel", input.custom);
  const image = await storeImage(services.db, input.image ?? null);
  const made = await services.db.transaction((tx) =>
    insertChannel(services, tx, {
      ...input,
      type: "group",
      image,
      custom,
      createdById: caller.userId,
      // The room belongs to the host's record, not to the customer who came first.
      members: [{ userId: caller.userId, role: caller.via === "token" ? "member" : "owner" }],
      lines: [{ type: "channel.created", value: input.name ?? null }],
    }),
  );
  if (made !== undefined) services.hub.publish([made]);
  return made?.channelId;
}
