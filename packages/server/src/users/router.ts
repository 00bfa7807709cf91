import {
  blockUserInput,
  getUserInput,
  searchUsersInput,
  updateMeInput,
  type ChatDefinition,
  type Me,
  type User,
} from "@chat/contract";
import { blockUser } from "../blocks/block-user.ts";
import { listBlocked } from "../blocks/list-blocked.ts";
import { unblockUser } from "../blocks/unblock-user.ts";
import { router, userProcedure } from "../trpc.ts";
import { getMe } from "./get-me.ts";
import { getUser } from "./get-user.ts";
import { searchUsers } from "./search-users.ts";
import { updateMe } from "./update-me.ts";

export const userRouter = <D extends ChatDefinition>(chat: D) =>
  router({
    me: userProcedure.query(({ ctx }) => getMe(ctx.services, ctx.caller) as Promise<Me<D>>),
    get: userProcedure
      .input(getUserInput)
      .query(({ ctx, input }) => getUser(ctx.services, ctx.caller, input) as Promise<User<D>>),
    search: userProcedure
      .input(searchUsersInput)
      .query(({ ctx, input }) => searchUsers(ctx.services, ctx.caller, input) as Promise<{ items: User<D>[] }>),
    updateMe: userProcedure
      .input(updateMeInput(chat))
      .mutation(({ ctx, input }) => updateMe(ctx.services, ctx.caller, input) as Promise<Me<D>>),
    block: userProcedure.input(blockUserInput).mutation(({ ctx, input }) => blockUser(ctx.services, ctx.caller, input)),
    unblock: userProcedure.input(blockUserInput).mutation(({ ctx, input }) => unblockUser(ctx.services, ctx.caller, input)),
    blocked: userProcedure.query(({ ctx }) => listBlocked(ctx.services, ctx.caller)),
  });
