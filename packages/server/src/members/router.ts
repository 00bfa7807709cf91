import {
  addMembersInput,
  listMembersInput,
  muteMemberInput,
  removeMemberInput,
  setMemberRoleInput,
  transferOwnershipInput,
  unmuteMemberInput,
  type ChatDefinition,
  type ListedMember,
  type Member,
} from "@chat/contract";
import { router, userProcedure, writeProcedure } from "../trpc.ts";
import { addMembers } from "./add-members.ts";
import { listMembers } from "./list-members.ts";
import { muteMember, unmuteMember } from "./mute-member.ts";
import { removeMember } from "./remove-member.ts";
import { setMemberRole } from "./set-role.ts";
import { transferOwnership } from "./transfer-ownership.ts";

export const memberRouter = <D extends ChatDefinition>() =>
  router({
    list: userProcedure
      .input(listMembersInput)
      .query(
        ({ ctx, input }) =>
          listMembers(ctx.services, ctx.caller, input) as Promise<{ items: ListedMember<D>[]; cursor: string | null }>,
      ),
    add: writeProcedure
      .input(addMembersInput)
      .mutation(({ ctx, input }) => addMembers(ctx.services, ctx.caller, input) as Promise<{ items: Member<D>[] }>),
    remove: writeProcedure
      .input(removeMemberInput)
      .mutation(({ ctx, input }) => removeMember(ctx.services, ctx.caller, input) as Promise<Member<D>>),
    setRole: writeProcedure
      .input(setMemberRoleInput)
      .mutation(({ ctx, input }) => setMemberRole(ctx.services, ctx.caller, input) as Promise<Member<D>>),
    transferOwnership: writeProcedure
      .input(transferOwnershipInput)
      .mutation(({ ctx, input }) => transferOwnership(ctx.services, ctx.caller, input) as Promise<{ items: Member<D>[] }>),
    mute: writeProcedure.input(muteMemberInput).mutation(({ ctx, input }) => muteMember(ctx.services, ctx.caller, input)),
    unmute: writeProcedure.input(unmuteMemberInput).mutation(({ ctx, input }) => unmuteMember(ctx.services, ctx.caller, input)),
  });
