import {
  adminGroupIdInput,
  deleteAdminGroupInput,
  listAdminGroupMembersInput,
  listAdminGroupsInput,
  readTranscriptInput,
  removeAdminGroupMemberInput,
  setAdminGroupRoleInput,
  updateAdminGroupInput,
} from "@chat/contract";
import { graveAction, moderatorAction, moderatorProcedure, router } from "../trpc.ts";
import { archiveAdminGroup, freezeAdminGroup, updateAdminGroup } from "./admin/change-admin-group.ts";
import { removeAdminGroupMember, setAdminGroupRole } from "./admin/change-admin-member.ts";
import { deleteAdminGroup } from "./admin/delete-admin-group.ts";
import { getAdminGroup } from "./admin/get-admin-group.ts";
import { listAdminGroupMembers } from "./admin/list-admin-group-members.ts";
import { listAdminGroups } from "./admin/list-admin-groups.ts";
import { readTranscript } from "./admin/read-transcript.ts";

const groupAction = moderatorAction.input(adminGroupIdInput);

export const adminGroupRouter = router({
  list: moderatorProcedure.input(listAdminGroupsInput).query(({ ctx, input }) => listAdminGroups(ctx.services.db, input)),
  get: moderatorProcedure.input(adminGroupIdInput).query(({ ctx, input }) => getAdminGroup(ctx.services.db, input)),
  members: moderatorProcedure
    .input(listAdminGroupMembersInput)
    .query(({ ctx, input }) => listAdminGroupMembers(ctx.services, input)),
  update: moderatorAction
    .input(updateAdminGroupInput)
    .mutation(({ ctx, input }) => updateAdminGroup(ctx.services, ctx.caller, input)),
  setMemberRole: moderatorAction
    .input(setAdminGroupRoleInput)
    .mutation(({ ctx, input }) => setAdminGroupRole(ctx.services, ctx.caller, input)),
  removeMember: moderatorAction
    .input(removeAdminGroupMemberInput)
    .mutation(({ ctx, input }) => removeAdminGroupMember(ctx.services, ctx.caller, input)),
  freeze: groupAction.mutation(({ ctx, input }) => freezeAdminGroup(ctx.services, ctx.caller, input.channelId, true)),
  unfreeze: groupAction.mutation(({ ctx, input }) => freezeAdminGroup(ctx.services, ctx.caller, input.channelId, false)),
  archive: groupAction.mutation(({ ctx, input }) => archiveAdminGroup(ctx.services, ctx.caller, input.channelId, true)),
  unarchive: groupAction.mutation(({ ctx, input }) => archiveAdminGroup(ctx.services, ctx.caller, input.channelId, false)),
  delete: graveAction
    .input(deleteAdminGroupInput)
    .mutation(({ ctx, input }) => deleteAdminGroup(ctx.services, ctx.caller, input)),
  // A change, since what is read of private words is itself told in the log.
  transcript: moderatorAction.input(readTranscriptInput).mutation(({ ctx, input }) => readTranscript(ctx.services, input)),
});
