import { z } from "zod";
import type { ChatDefinition, Custom, WithoutCustom } from "../define-chat.ts";
import { customBag, idSchema, momentSchema } from "../ids.ts";
import { presenceSchema, userRefSchema, type Presence } from "../users/user.ts";

export const memberRoles = ["owner", "moderator", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** A user in a channel. One who left keeps the row, with `leftAt`. */
export const memberSchema = z.object({
  channelId: idSchema,
  userId: idSchema,
  user: userRefSchema,
  role: z.enum(memberRoles),
  /** The channel version at which this row last changed. */
  version: z.int(),
  joinedAt: momentSchema,
  leftAt: momentSchema.nullable(),
  custom: customBag,
});
export interface Member<D extends ChatDefinition = ChatDefinition> extends WithoutCustom<typeof memberSchema> {
  custom: Custom<D, "member">;
}

export const listedMemberSchema = memberSchema.extend(presenceSchema.shape);
export interface ListedMember<D extends ChatDefinition = ChatDefinition> extends Member<D>, Presence {}
