import { z } from "zod";
import { postingPolicies, visibilities } from "../channels/channel.ts";
import { idSchema, momentSchema } from "../ids.ts";
import { memberRoles } from "../members/member.ts";
import { presenceSchema, userRefSchema, userRoles } from "../users/user.ts";

/** What of channels the console lists; threads stand in their group. */
export const adminGroupTypes = ["group", "direct"] as const;

/** A group, or a direct message, as staff see it. */
export const adminGroupSchema = z.object({
  id: idSchema,
  type: z.enum(adminGroupTypes),
  /** Of a direct message the names of its two; of a room without a name its key. */
  name: z.string(),
  image: z.string().nullable(),
  visibility: z.enum(visibilities),
  postingPolicy: z.enum(postingPolicies),
  slowModeSeconds: z.int(),
  memberCount: z.int(),
  /** Without system lines and replies in threads. */
  messageCount: z.int(),
  lastActivityAt: momentSchema,
  createdAt: momentSchema,
  archivedAt: momentSchema.nullable(),
  frozenAt: momentSchema.nullable(),
});
export type AdminGroup = z.output<typeof adminGroupSchema>;

export const adminGroupDetailSchema = adminGroupSchema.extend({
  description: z.string().nullable(),
  /** The product's own key of the record that this room belongs to. */
  key: z.string().nullable(),
  hidesHistory: z.boolean(),
  createdBy: userRefSchema.nullable(),
  owners: z.array(userRefSchema),
  threadCount: z.int(),
  /** Cases about what stands in it that are not resolved. */
  openCases: z.int(),
});
export type AdminGroupDetail = z.output<typeof adminGroupDetailSchema>;

export const adminGroupMemberSchema = z.object({
  user: userRefSchema,
  ...presenceSchema.shape,
  role: z.enum(memberRoles),
  /** Their role on this site. */
  siteRole: z.enum(userRoles),
  joinedAt: momentSchema,
  /** In this group or everywhere, now. */
  isMuted: z.boolean(),
  isBanned: z.boolean(),
});
export type AdminGroupMember = z.output<typeof adminGroupMemberSchema>;

/** A message as staff read it: also what was deleted or is hidden, marked as such. */
export const transcriptMessageSchema = z.object({
  id: idSchema,
  seq: z.int(),
  author: userRefSchema,
  kind: z.string(),
  /** Of a deleted message what it said last, as far as that is kept. */
  text: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  createdAt: momentSchema,
  editedAt: momentSchema.nullable(),
  deletedAt: momentSchema.nullable(),
  deletedBy: userRefSchema.nullable(),
  hiddenAt: momentSchema.nullable(),
  /** The thread that hangs off it, which has a transcript of its own. */
  thread: z.object({ channelId: idSchema, replyCount: z.int() }).nullable(),
});
export type TranscriptMessage = z.output<typeof transcriptMessageSchema>;
