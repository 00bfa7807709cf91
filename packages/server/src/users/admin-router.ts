import {
  adminPageInput,
  adminUserIdInput,
  bulkUsersInput,
  createInviteInput,
  createUserInput,
  eraseUserInput,
  exportAdminUsersInput,
  inviteIdInput,
  listAdminUsersInput,
  setUserRoleInput,
  staffSessionIdInput,
  updateAdminUserInput,
  userTimelineInput,
} from "@chat/contract";
import { adminAction, adminProcedure, graveAction, moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { bulkUsers } from "./admin/bulk-users.ts";
import { createUser } from "./admin/create-user.ts";
import { deactivateUser, reactivateUser } from "./admin/deactivate-user.ts";
import { eraseUser } from "../admin/erase-user.ts";
import { exportAdminUsers } from "./admin/export-admin-users.ts";
import { getAdminUser } from "./admin/get-admin-user.ts";
import { createInvite, listInvites, revokeInvite } from "./admin/invites.ts";
import { listAdminUsers } from "./admin/list-admin-users.ts";
import { setUserRole } from "./admin/set-user-role.ts";
import { listStaffSessions, revokeStaffSession } from "./admin/staff-sessions.ts";
import { updateAdminUser } from "./admin/update-admin-user.ts";
import { userTimeline } from "./admin/user-timeline.ts";
import { signOutUser } from "./sign-out-user.ts";

export const adminUserRouter = router({
  list: moderatorProcedure.input(listAdminUsersInput).query(({ ctx, input }) => listAdminUsers(ctx.services, input)),
  get: moderatorProcedure.input(adminUserIdInput).query(({ ctx, input }) => getAdminUser(ctx.services, input)),
  timeline: moderatorProcedure.input(userTimelineInput).query(({ ctx, input }) => userTimeline(ctx.services, ctx.caller, input)),
  export: graveAction.input(exportAdminUsersInput).mutation(({ ctx, input }) => exportAdminUsers(ctx.services.db, input)),
  create: graveAction.input(createUserInput).mutation(({ ctx, input }) => createUser(ctx.services, input)),
  update: moderatorAction
    .input(updateAdminUserInput)
    .mutation(({ ctx, input }) => updateAdminUser(ctx.services, ctx.caller, input)),
  setRole: graveAction.input(setUserRoleInput).mutation(({ ctx, input }) => setUserRole(ctx.services, ctx.caller, input)),
  deactivate: moderatorAction
    .input(adminUserIdInput)
    .mutation(({ ctx, input }) => deactivateUser(ctx.services, ctx.caller, input)),
  reactivate: moderatorAction
    .input(adminUserIdInput)
    .mutation(({ ctx, input }) => reactivateUser(ctx.services, ctx.caller, input)),
  signOut: moderatorAction.input(adminUserIdInput).mutation(({ ctx, input }) => signOutUser(ctx.services, ctx.caller, input)),
  erase: graveAction.input(eraseUserInput).mutation(({ ctx, input }) => eraseUser(ctx.services, ctx.caller, input)),
  bulk: moderatorAction
    .input(bulkUsersInput)
    .mutation(({ ctx, input }) => bulkUsers(ctx.services, ctx.caller, input, ctx.requestId)),
});

/** Links by which one person each may sign up. */
export const adminInviteRouter = router({
  list: adminProcedure.input(adminPageInput).query(({ ctx, input }) => listInvites(ctx.services.db, input)),
  create: graveAction.input(createInviteInput).mutation(({ ctx, input }) => createInvite(ctx.services.db, ctx.caller, input)),
  revoke: adminAction.input(inviteIdInput).mutation(({ ctx, input }) => revokeInvite(ctx.services.db, input)),
});

/** Devices that moderators and admins are signed in on. */
export const adminSessionRouter = router({
  list: adminProcedure.input(adminPageInput).query(({ ctx, input }) => listStaffSessions(ctx.services, ctx.caller, input)),
  revoke: graveAction.input(staffSessionIdInput).mutation(({ ctx, input }) => revokeStaffSession(ctx.services, input)),
});
