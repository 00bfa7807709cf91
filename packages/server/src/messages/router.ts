import {
  editMessageInput,
  listMessagesInput,
  messageChangesInput,
  messageIdInput,
  messageReadersInput,
  sendMessageInput,
  type ChangesPage,
  type ChannelHead,
  type ChatDefinition,
  type Message,
} from "@chat/contract";
import { router, userProcedure, writeProcedure } from "../trpc.ts";
import { deleteMessage } from "./delete-message.ts";
import { editMessage } from "./edit-message.ts";
import { getMessage } from "./get-message.ts";
import { listChanges } from "./list-changes.ts";
import { listHistory } from "./list-history.ts";
import { listMessages } from "./list-messages.ts";
import { listReaders } from "./list-readers.ts";
import { sendMessage } from "./send-message.ts";

export const messageRouter = <D extends ChatDefinition>(chat: D) =>
  router({
    send: writeProcedure
      .input(sendMessageInput(chat))
      .mutation(({ ctx, input }) => sendMessage(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    list: userProcedure
      .input(listMessagesInput)
      .query(
        ({ ctx, input }) =>
          listMessages(ctx.services, ctx.caller, input) as Promise<{ items: Message<D>[]; version: number; head: ChannelHead }>,
      ),
    get: userProcedure
      .input(messageIdInput)
      .query(({ ctx, input }) => getMessage(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    edit: writeProcedure
      .input(editMessageInput)
      .mutation(({ ctx, input }) => editMessage(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    delete: writeProcedure
      .input(messageIdInput)
      .mutation(({ ctx, input }) => deleteMessage(ctx.services, ctx.caller, input) as Promise<Message<D>>),
    changes: userProcedure
      .input(messageChangesInput)
      .query(({ ctx, input }) => listChanges(ctx.services, ctx.caller, input) as Promise<ChangesPage<D>>),
    readers: userProcedure.input(messageReadersInput).query(({ ctx, input }) => listReaders(ctx.services, ctx.caller, input)),
    history: userProcedure.input(messageIdInput).query(({ ctx, input }) => listHistory(ctx.services, ctx.caller, input)),
  });
