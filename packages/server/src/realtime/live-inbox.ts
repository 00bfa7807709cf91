import { PROTOCOL, type InboxLiveEvent } from "@chat/contract";
import type { Caller, Context } from "../context.ts";
import { inForceSql } from "../members/policy.ts";
import type { InboxSubscriber } from "./hub.ts";
import { capabilities } from "./live-channel.ts";
import type { OpenLive } from "./live-source.ts";
import { takeSubscription } from "./take-subscription.ts";

/**
 * All the caller's channels: what list, badge and notification need of each new message, channel and membership change, own reads on other
 * devices, people renamed, presence. Never replayed: after `start`, read `channel.list`. Errors: RATE_LIMITED (too many subscriptions on one
 * connection).
 */
export function openLiveInbox(ctx: Context & { caller: Caller }): OpenLive<InboxLiveEvent> {
  const { services, caller, connection } = ctx;
  return async (sink) => {
    const release = takeSubscription(connection);
    const subscriber: InboxSubscriber = { userId: caller.userId, connection, channels: new Map(), barred: new Set(), sink };
    const stop = () => {
      services.hub.detachInbox(subscriber);
      release();
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
    } catch (error) {
      stop();
      throw error;
    }
    sink.push(null, { type: "start", epoch: services.epoch.value, protocol: PROTOCOL, capabilities: [...capabilities] });
    return stop;
  };
}
