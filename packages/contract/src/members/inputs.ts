import { z } from "zod";
import { idSchema, userRefInput } from "../ids.ts";
import { limits } from "../limits.ts";
import { longestMinutes, reasonText } from "../sanctions/staff-sanction.ts";
import { safeText } from "../text.ts";
import { memberRoles } from "./member.ts";

/** Members in force: owners, moderators, then by name; `query` filters by any part of the name. */
export const listMembersInput = z.strictObject({
  channelId: idSchema,
  query: safeText(limits.query).default(""),
  limit: z.int().min(1).max(200).default(limits.page),
  cursor: z.string().max(200).optional(),
});
export type ListMembers = z.input<typeof listMembersInput>;

export const addMembersInput = z.strictObject({
  channelId: idSchema,
  userIds: z.array(userRefInput).min(1).max(limits.memberIds),
});
export type AddMembers = z.input<typeof addMembersInput>;

export const removeMemberInput = z.strictObject({ channelId: idSchema, userId: userRefInput });
export type RemoveMember = z.input<typeof removeMemberInput>;

export const setMemberRoleInput = z.strictObject({ channelId: idSchema, userId: userRefInput, role: z.enum(memberRoles) });
export type SetMemberRole = z.input<typeof setMemberRoleInput>;

/** Makes the user owner and the caller a member. */
export const transferOwnershipInput = z.strictObject({ channelId: idSchema, userId: userRefInput });
export type TransferOwnership = z.input<typeof transferOwnershipInput>;

/** For so long, or with null for good, the member writes nothing in this group. They are told the reason. */
export const muteMemberInput = z.strictObject({
  channelId: idSchema,
  userId: userRefInput,
  reason: reasonText,
  durationMinutes: z.int().min(1).max(longestMinutes).nullable().default(null),
});
export type MuteMember = z.input<typeof muteMemberInput>;

export const unmuteMemberInput = z.strictObject({ channelId: idSchema, userId: userRefInput });
export type UnmuteMember = z.input<typeof unmuteMemberInput>;
