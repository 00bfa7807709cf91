import {
  liveChannelInput,
  liveInboxInput,
  type ChannelLiveEvent,
  type ChatDefinition,
  type InboxLiveEvent,
} from "@chat/contract";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { router, userProcedure } from "../trpc.ts";
import { openLiveChannel } from "./live-channel.ts";
import { openLiveInbox } from "./live-inbox.ts";
import { createLiveSource } from "./live-source.ts";

export const liveRouter = <D extends ChatDefinition>() =>
  router({
    channel: userProcedure.input(liveChannelInput).subscription(({ ctx, input, signal }) => {
      const { epoch } = ctx.services;
      const source = createLiveSource(openLiveChannel(ctx, input), (version, event) => tracked(epoch.idOf(version ?? 0), event), {
        signal,
        connection: ctx.connection,
      });
      return source as AsyncIterable<TrackedEnvelope<ChannelLiveEvent<D>>>;
    }),
    inbox: userProcedure.input(liveInboxInput).subscription(({ ctx, signal }) => {
      const source = createLiveSource(openLiveInbox(ctx), (_, event) => event, { signal, connection: ctx.connection });
      return source as AsyncIterable<InboxLiveEvent<D>>;
    }),
  });
