import { z } from "zod";
import { idSchema, momentInput } from "../ids.ts";
import { limits } from "../limits.ts";
import { nameText, safeText } from "../text.ts";
import { userRoles } from "../users/user.ts";

export const adminUserIdInput = z.strictObject({ userId: idSchema });
export type AdminUserIdInput = z.input<typeof adminUserIdInput>;

export const adminUserStates = ["active", "muted", "banned", "deactivated"] as const;
/** When somebody was last here: within so long, longer ago than a month, or never. */
export const lastSeenFilters = ["day", "week", "month", "longer", "never"] as const;
const sorts = ["name", "-name", "createdAt", "-createdAt", "lastSeenAt", "-lastSeenAt"] as const;

const userFilter = {
  /** Any part of a name, e-mail or id, small mistakes in a name forgiven. */
  query: safeText(limits.query).default(""),
  role: z.enum(userRoles).optional(),
  state: z.enum(adminUserStates).optional(),
  seen: z.enum(lastSeenFilters).optional(),
  /** People with a case that is not resolved. */
  isReported: z.boolean().optional(),
};

/** `cursor` is that of the page before, with the same filter and sort. */
export const listAdminUsersInput = z.strictObject({
  ...userFilter,
  sort: z.enum(sorts).default("-createdAt"),
  /** Counts what each wrote, which takes longer. */
  withMessages: z.boolean().default(false),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
});
export type ListAdminUsers = z.input<typeof listAdminUsersInput>;

export const exportAdminUsersInput = z.strictObject(userFilter);
export type ExportAdminUsers = z.input<typeof exportAdminUsersInput>;

export const userTimelineInput = z.strictObject({
  userId: idSchema,
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(limits.page).default(30),
});
export type UserTimeline = z.input<typeof userTimelineInput>;

const email = z.email().max(254).toLowerCase();

/** What is not given stays. Only people of this site have an e-mail. */
export const updateAdminUserInput = z.strictObject({
  userId: idSchema,
  name: nameText(limits.name).optional(),
  email: email.optional(),
});
export type UpdateAdminUser = z.input<typeof updateAdminUserInput>;

export const setUserRoleInput = z.strictObject({ userId: idSchema, role: z.enum(userRoles) });
export type SetUserRole = z.input<typeof setUserRoleInput>;

/** Somebody new of this site, with a first password that they can change. */
export const createUserInput = z.strictObject({
  name: nameText(limits.name),
  email,
  password: z.string().min(8).max(128),
  role: z.enum(userRoles).default("user"),
});
export type CreateUser = z.input<typeof createUserInput>;

/** `delete` leaves tombstones of their messages, some thousand a call: call again while the answer says that some are left. */
export const eraseUserInput = z.strictObject({ userId: idSchema, messages: z.enum(["keep", "delete"]) });
export type EraseUser = z.input<typeof eraseUserInput>;

/** The same for many people, each answered by itself; `role` goes with `setRole`. */
export const bulkUsersInput = z
  .strictObject({
    action: z.enum(["deactivate", "reactivate", "signOut", "setRole"]),
    role: z.enum(userRoles).optional(),
    userIds: z.array(idSchema).min(1).max(200),
  })
  .refine(({ action, role }) => (action === "setRole") === (role !== undefined), {
    path: ["role"],
    error: "A role is given with setRole, and with nothing else.",
  });
export type BulkUsers = z.input<typeof bulkUsersInput>;

export const createInviteInput = z.strictObject({
  /** Only somebody with this e-mail may use it. */
  email: email.optional(),
  role: z.enum(userRoles).default("user"),
  expiresAt: momentInput.optional(),
});
export type CreateInvite = z.input<typeof createInviteInput>;

export const inviteIdInput = z.strictObject({ inviteId: idSchema });
export type InviteIdInput = z.input<typeof inviteIdInput>;

/** For lists without filters, the latest first. */
export const adminPageInput = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
});

export const staffSessionIdInput = z.strictObject({ sessionId: idSchema });
export type StaffSessionIdInput = z.input<typeof staffSessionIdInput>;
