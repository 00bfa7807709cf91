import { listReactionsInput, reactionInput, type ChatDefinition, type Message } from "@chat/contract";
import { router, userProcedure, writeProcedure } from "../trpc.ts";
import { addReaction } from "./add-reaction.ts";
import { listReactions } from "./list-reactions.ts";
import { removeReaction } from "./remove-reaction.ts";

export const reactionRouter = <D extends ChatDefinition>() =>
  router({
    add: writeProcedure
      .input(reactionInput)
      .mutation(({ ctx, input }) => addReaction(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    remove: writeProcedure
      .input(reactionInput)
      .mutation(({ ctx, input }) => removeReaction(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    list: userProcedure.input(listReactionsInput).query(({ ctx, input }) => listReactions(ctx.services, ctx.caller, input)),
  });
