import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";
import { userRefSchema, userRoles } from "../users/user.ts";

/** A person as staff sees them. */
export const adminUserSchema = userRefSchema.extend({
  email: z.string().nullable(),
  /** `local` for people of this site, `erased` for those who were, else the host product's issuer. */
  issuer: z.string(),
  externalId: z.string(),
  role: z.enum(userRoles),
  online: z.boolean(),
  createdAt: momentSchema,
  lastSeenAt: momentSchema.nullable(),
  deactivatedAt: momentSchema.nullable(),
  /** Everywhere, now. */
  isBanned: z.boolean(),
  isMuted: z.boolean(),
  /** Cases about them that are not resolved. */
  openCases: z.int(),
  /** What they wrote; null where it was not asked for. */
  messages: z.int().nullable(),
});
export type AdminUser = z.output<typeof adminUserSchema>;

const sanctionLine = z.object({
  id: idSchema,
  type: z.enum(["mute", "ban", "warning"]),
  channelId: idSchema.nullable(),
  channelName: z.string().nullable(),
  reason: z.string(),
  note: z.string(),
  by: z.string().nullable(),
  createdAt: momentSchema,
  until: momentSchema.nullable(),
  liftedAt: momentSchema.nullable(),
  isInForce: z.boolean(),
});

/** Of each list the latest 50. */
export const adminUserDetailSchema = adminUserSchema.extend({
  sanctions: z.array(sanctionLine),
  sessions: z.array(
    z.object({
      id: idSchema,
      userAgent: z.string().nullable(),
      ipAddress: z.string().nullable(),
      createdAt: momentSchema,
      updatedAt: momentSchema,
    }),
  ),
  memberships: z.array(
    z.object({
      channelId: idSchema,
      name: z.string().nullable(),
      type: z.enum(["direct", "group"]),
      role: z.string(),
      joinedAt: momentSchema,
    }),
  ),
  /** How many groups and direct messages they are in. */
  channels: z.int(),
  reportsBy: z.int(),
  reportsAbout: z.int(),
});
export type AdminUserDetail = z.output<typeof adminUserDetailSchema>;

const timelineKinds = [
  "signed-up",
  "joined",
  "left",
  "reported",
  "was-reported",
  "case-resolved",
  "sanctioned",
  "sanction-lifted",
  "session",
] as const;

/** One thing that happened with somebody. */
export const timelineEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(timelineKinds),
  at: momentSchema,
  /** What it was about: a group's name, a reason, a device. */
  text: z.string(),
  channelId: idSchema.nullable(),
  caseId: idSchema.nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

export const inviteSchema = z.object({
  id: idSchema,
  email: z.string().nullable(),
  role: z.enum(userRoles),
  createdBy: z.string(),
  createdAt: momentSchema,
  expiresAt: momentSchema,
  usedBy: z.string().nullable(),
  usedAt: momentSchema.nullable(),
});
export type Invite = z.output<typeof inviteSchema>;

/** A signed-in device of a moderator or admin. */
export const staffSessionSchema = z.object({
  id: idSchema,
  user: userRefSchema,
  role: z.enum(userRoles),
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  expiresAt: momentSchema,
});
export type StaffSession = z.output<typeof staffSessionSchema>;
