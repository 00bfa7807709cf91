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

/** That the group's own owners and moderators keep somebody from writing in it. */
export const memberMuteSchema = z.object({
  reason: z.string(),
  /** Null is for good. */
  until: momentSchema.nullable(),
});
export type MemberMute = z.output<typeof memberMuteSchema>;

export const listedMemberSchema = memberSchema.extend({
  ...presenceSchema.shape,
  /** The group's own mute that is in force; left out where there is none, and for all but the group's owners and moderators. */
  mute: memberMuteSchema.optional(),
});
export interface ListedMember<D extends ChatDefinition = ChatDefinition> extends Member<D>, Presence {
  mute?: MemberMute | undefined;
}
