import { PROTOCOL, type InboxLiveEvent } from "@chat/contract";
import type { Caller, Context } from "../context.ts";
import type { InboxSubscriber } from "./inboxes.ts";
import { capabilitiesOf, siteLimitsOf } from "./live-channel.ts";
import type { OpenLive } from "./live-source.ts";
import { readPlaces, takePlaces } from "./read-places.ts";

/**
 * All the caller's channels: what list, badge and notification need of each new message, channel and membership change, own reads on other
 * devices, people renamed, presence. Never replayed: after `start`, read `channel.list`.
 */
export function openLiveInbox(ctx: Context & { caller: Caller }): OpenLive<InboxLiveEvent> {
  const { caller, connection } = ctx;
  const { db, hub, epoch } = ctx.services;
  return async (sink) => {
    const subscriber: InboxSubscriber = {
      userId: caller.userId,
      connection,
      channels: new Map(),
      threads: new Map(),
      ended: new Set(),
      barred: new Set(),
      left: new Map(),
      sink,
    };
    const stop = () => hub.inboxes.detach(subscriber);
    // First listen to one's own joins, then learn the channels, then start: nothing falls between.
    hub.inboxes.attach(subscriber);
    try {
      takePlaces(hub, subscriber, await readPlaces(db, [caller.userId]));
    } catch (error) {
      stop();
      throw error;
    }
    sink.push(null, {
      type: "start",
      epoch: epoch.value,
      protocol: PROTOCOL,
      capabilities: capabilitiesOf(ctx.services, caller),
      ...siteLimitsOf(ctx.services),
    });
    return { stop };
  };
}
