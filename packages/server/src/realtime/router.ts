import { liveChannelInput, liveInboxInput, type ChannelLiveEvent, type ChatDefinition, type InboxLiveEvent } from "@chat/contract";
import type { TrackedEnvelope } from "@trpc/server";
import { router, userProcedure } from "../trpc.ts";
import { liveChannel } from "./live-channel.ts";
import { liveInbox } from "./live-inbox.ts";

export const liveRouter = <D extends ChatDefinition>() =>
  router({
    channel: userProcedure
      .input(liveChannelInput)
      .subscription(({ ctx, input, signal }) => liveChannel(ctx, input, signal) as AsyncGenerator<TrackedEnvelope<ChannelLiveEvent<D>>, void>),
    inbox: userProcedure
      .input(liveInboxInput)
      .subscription(({ ctx, signal }) => liveInbox(ctx, signal) as AsyncGenerator<InboxLiveEvent<D>, void>),
  });
