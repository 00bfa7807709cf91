import { z } from "zod";
import { postingPolicies, visibilities } from "../channels/channel.ts";
import { countInput, idSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { memberRoles } from "../members/member.ts";
import { lookReason, nameText, safeText } from "../text.ts";
import { adminGroupTypes } from "./group.ts";

export const adminGroupStates = ["active", "frozen", "archived"] as const;
export const adminGroupSorts = ["activity", "name", "members", "messages", "created"] as const;

/** By any part of the name, of a direct message of either person's. */
export const listAdminGroupsInput = z.strictObject({
  query: safeText(limits.query).default(""),
  type: z.enum(adminGroupTypes).default("group"),
  visibility: z.enum(visibilities).optional(),
  state: z.enum(adminGroupStates).optional(),
  sort: z.enum(adminGroupSorts).default("activity"),
  descending: z.boolean().default(true),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  /** Of the page before, with the same sort. */
  cursor: safeText(400).optional(),
});
export type ListAdminGroups = z.input<typeof listAdminGroupsInput>;

export const adminGroupIdInput = z.strictObject({ channelId: idSchema });
export type AdminGroupId = z.input<typeof adminGroupIdInput>;

/** Owners, moderators, then by name. */
export const listAdminGroupMembersInput = z.strictObject({
  channelId: idSchema,
  query: safeText(limits.query).default(""),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: idSchema.optional(),
});
export type ListAdminGroupMembers = z.input<typeof listAdminGroupMembersInput>;

/** Fields given change; others stay. */
export const updateAdminGroupInput = z.strictObject({
  channelId: idSchema,
  name: nameText(limits.name).optional(),
  description: safeText(limits.description).nullable().optional(),
  visibility: z.enum(visibilities).optional(),
  postingPolicy: z.enum(postingPolicies).optional(),
  slowModeSeconds: z.int().min(0).max(21_600).optional(),
  /** Who comes later sees what comes after them. It is not taken back. */
  hidesHistory: z.boolean().optional(),
});
export type UpdateAdminGroup = z.input<typeof updateAdminGroupInput>;

export const setAdminGroupRoleInput = z.strictObject({ channelId: idSchema, userId: idSchema, role: z.enum(memberRoles) });
export type SetAdminGroupRole = z.input<typeof setAdminGroupRoleInput>;

export const removeAdminGroupMemberInput = z.strictObject({ channelId: idSchema, userId: idSchema });
export type RemoveAdminGroupMember = z.input<typeof removeAdminGroupMemberInput>;

/** `name` as the console shows it: said again, so that no other group is deleted, and so that the audit log keeps it. */
export const deleteAdminGroupInput = z.strictObject({ channelId: idSchema, name: safeText(limits.key) });
export type DeleteAdminGroup = z.input<typeof deleteAdminGroupInput>;

/** Why is told in the audit log, with each page that is read. Messages below the seq `before`, else the last ones; `onlyLinks` leaves out what has no link. */
export const readTranscriptInput = z.strictObject({
  channelId: idSchema,
  reason: lookReason,
  before: countInput(1).optional(),
  onlyLinks: z.boolean().default(false),
});
export type ReadTranscript = z.input<typeof readTranscriptInput>;
