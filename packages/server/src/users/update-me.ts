import type { Me, UpdateMe } from "@chat/contract";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { mergeCustom } from "../custom-fields.ts";
import { storeImage } from "../images/store-image.ts";
import type { Services } from "../services.ts";
import { toMe } from "./get-me.ts";
import { publishUser } from "./publish-user.ts";
import { toUserRef, type UserRow } from "./record.ts";

/**
 * Changes the caller's name, picture and own fields; what is not given stays. A token user's name and picture are the host's to say: the next token
 * would undo it. Errors: FORBIDDEN for those, INVALID_INPUT, TOO_LONG.
 */
export async function updateMe(services: Services, caller: Caller, input: UpdateMe): Promise<Me> {
  if (caller.via === "token" && (input.name !== undefined || input.image !== undefined)) {
    throw new ChatError("FORBIDDEN", { message: "Your name and picture come from the product that you are signed in to." });
  }
  const image = input.image === undefined ? null : await storeImage(services.db, input.image);
  const row = await services.db.transaction(async (tx) => {
    const [before] = await tx.query<UserRow>(`SELECT u.* FROM "User" u WHERE u.id = $1 FOR NO KEY UPDATE`, [caller.userId]);
    if (before === undefined) throw new ChatError("UNAUTHENTICATED");
    const custom =
      input.custom === undefined ? before.custom : mergeCustom(services.definition, "user", before.custom, input.custom);
    const [after] = await tx.query<UserRow>(
      `UPDATE "User" u SET name = $2, image = $3, custom = $4, version = u.version + 1, "updatedAt" = now() WHERE u.id = $1 RETURNING u.*`,
      [caller.userId, input.name ?? before.name, input.image === undefined ? before.image : image, custom],
    );
    return after;
  });
  if (row === undefined) throw new ChatError("UNAUTHENTICATED");
  await publishUser(services, toUserRef(row));
  return toMe(services, row);
}
