import { PROTOCOL, type InboxLiveEvent } from "@chat/contract";
import type { Caller, Context } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import { EventStream } from "./event-stream.ts";
import type { InboxSubscriber } from "./hub.ts";
import { capabilities } from "./live-channel.ts";
import { takeSubscription } from "./take-subscription.ts";

const maxQueued = 2_000;

/**
 * All the caller's channels: what list, badge and notification need of each new message, channel and membership change, own reads on other
 * devices, people renamed, presence. Never replayed: after `start`, read `channel.list`.
 */
export async function* liveInbox(ctx: Context & { caller: Caller }, signal: AbortSignal | undefined): AsyncGenerator<InboxLiveEvent, void> {
  const { services, caller, connection } = ctx;
  using _slot = takeSubscription(connection);
  const stream = new EventStream<InboxLiveEvent>(maxQueued, () => connection?.close(4008, "too slow"));
  const subscriber: InboxSubscriber = {
    userId: caller.userId,
    connection,
    channels: new Map(),
    barred: new Set(),
    push: (event) => stream.push(event),
  };
  // First listen to one's own joins, then learn the channels, then start: nothing falls between.
  services.hub.attachInbox(subscriber);
  try {
    const rows = await services.db.query<{ channelId: string; visibleFromSeq: number; isInForce: boolean }>(
      `SELECT mb."channelId", mb."visibleFromSeq", ${inForceSql()} AS "isInForce" FROM "Member" mb WHERE mb."userId" = $1 AND mb."leftAt" IS NULL`,
      [caller.userId],
    );
    for (const { channelId, visibleFromSeq, isInForce } of rows) {
      if (isInForce) services.hub.listen(subscriber, channelId, visibleFromSeq);
      else subscriber.barred.add(channelId);
    }
    yield { type: "start", epoch: services.epoch.value, protocol: PROTOCOL, capabilities: [...capabilities] };
    yield* stream.drain(signal);
  } finally {
    services.hub.detachInbox(subscriber);
  }
}
