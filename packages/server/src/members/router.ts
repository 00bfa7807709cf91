import {
  addMembersInput,
  listMembersInput,
  removeMemberInput,
  setMemberRoleInput,
  transferOwnershipInput,
  type ChatDefinition,
  type ListedMember,
  type Member,
} from "@chat/contract";
import { router, userProcedure } from "../trpc.ts";
import { addMembers } from "./add-members.ts";
import { listMembers } from "./list-members.ts";
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
    add: userProcedure
      .input(addMembersInput)
      .mutation(({ ctx, input }) => addMembers(ctx.services, ctx.caller, input) as Promise<{ items: Member<D>[] }>),
    remove: userProcedure
      .input(removeMemberInput)
      .mutation(({ ctx, input }) => removeMember(ctx.services, ctx.caller, input) as Promise<Member<D>>),
    setRole: userProcedure
      .input(setMemberRoleInput)
      .mutation(({ ctx, input }) => setMemberRole(ctx.services, ctx.caller, input) as Promise<Member<D>>),
    transferOwnership: userProcedure
      .input(transferOwnershipInput)
      .mutation(({ ctx, input }) => transferOwnership(ctx.services, ctx.caller, input) as Promise<{ items: Member<D>[] }>),
  });
