import {
  archiveChannelInput,
  browseChannelsInput,
  channelIdInput,
  createGroupInput,
  ensureChannelInput,
  followThreadInput,
  listChannelsInput,
  markReadInput,
  markUnreadInput,
  messageIdInput,
  openDirectInput,
  setPreferencesInput,
  updateChannelInput,
  type Channel,
  type ChannelEntry,
  type ChatDefinition,
  type Member,
} from "@chat/contract";
import { router, userProcedure, writeProcedure } from "../trpc.ts";
import { archiveChannel } from "./archive-channel.ts";
import { browseChannels } from "./browse-channels.ts";
import { createGroup } from "./create-group.ts";
import { emitTyping } from "./emit-typing.ts";
import { ensureChannel } from "./ensure-channel.ts";
import { followThread } from "./follow-thread.ts";
import { getChannel } from "./get-channel.ts";
import { joinChannel } from "./join-channel.ts";
import { leaveChannel } from "./leave-channel.ts";
import { listChannels } from "./list-channels.ts";
import { listThreads } from "./list-threads.ts";
import { markRead, markUnread } from "./mark-read.ts";
import { openDirect } from "./open-direct.ts";
import { openThread } from "./open-thread.ts";
import type { ChannelsPage } from "./read-page.ts";
import { setPreferences } from "./set-preferences.ts";
import { updateChannel } from "./update-channel.ts";

export const channelRouter = <D extends ChatDefinition>(chat: D) => {
  type Entry = ChannelEntry<D>;
  type Page = Omit<ChannelsPage, "items"> & { items: Entry[] };
  return router({
    list: userProcedure
      .input(listChannelsInput)
      .query(({ ctx, input }) => listChannels(ctx.services, ctx.caller, input) as Promise<Page>),
    listThreads: userProcedure
      .input(listChannelsInput)
      .query(({ ctx, input }) => listThreads(ctx.services, ctx.caller, input) as Promise<Page>),
    get: userProcedure
      .input(channelIdInput)
      .query(({ ctx, input }) => getChannel(ctx.services, ctx.caller, input) as Promise<Entry>),
    browse: userProcedure
      .input(browseChannelsInput)
      .query(({ ctx, input }) => browseChannels(ctx.services, ctx.caller, input) as Promise<{ items: Entry[] }>),
    openDirect: userProcedure
      .input(openDirectInput)
      .mutation(({ ctx, input }) => openDirect(ctx.services, ctx.caller, input) as Promise<Entry>),
    createGroup: userProcedure
      .input(createGroupInput(chat))
      .mutation(({ ctx, input }) => createGroup(ctx.services, ctx.caller, input) as Promise<Entry>),
    ensure: userProcedure
      .input(ensureChannelInput(chat))
      .mutation(({ ctx, input }) => ensureChannel(ctx.services, ctx.caller, input) as Promise<Entry>),
    openThread: writeProcedure
      .input(messageIdInput)
      .mutation(({ ctx, input }) => openThread(ctx.services, ctx.caller, input) as Promise<Entry>),
    followThread: writeProcedure
      .input(followThreadInput)
      .mutation(({ ctx, input }) => followThread(ctx.services, ctx.caller, input) as Promise<Entry>),
    update: writeProcedure
      .input(updateChannelInput(chat))
      .mutation(({ ctx, input }) => updateChannel(ctx.services, ctx.caller, input) as Promise<Channel<D>>),
    join: writeProcedure
      .input(channelIdInput)
      .mutation(({ ctx, input }) => joinChannel(ctx.services, ctx.caller, input) as Promise<Entry>),
    leave: writeProcedure
      .input(channelIdInput)
      .mutation(({ ctx, input }) => leaveChannel(ctx.services, ctx.caller, input) as Promise<Member<D>>),
    archive: writeProcedure
      .input(archiveChannelInput)
      .mutation(({ ctx, input }) => archiveChannel(ctx.services, ctx.caller, input) as Promise<Channel<D>>),
    markRead: userProcedure.input(markReadInput).mutation(({ ctx, input }) => markRead(ctx.services, ctx.caller, input)),
    markUnread: userProcedure.input(markUnreadInput).mutation(({ ctx, input }) => markUnread(ctx.services, ctx.caller, input)),
    setPreferences: userProcedure
      .input(setPreferencesInput)
      .mutation(({ ctx, input }) => setPreferences(ctx.services, ctx.caller, input)),
    typing: userProcedure.input(channelIdInput).mutation(({ ctx, input }) => emitTyping(ctx.services, ctx.caller, input)),
  });
};
