import type { ChannelEntry, OpenDirect } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { takeEntry } from "./load-channel.ts";

/** The direct channel with a person, found or made: there is one per pair. Rejects with NOT_FOUND. */
export function openDirect(context: ClientContext, userId: OpenDirect["userId"]): Promise<ChannelEntry> {
  return takeEntry(context, context.trpc.channel.openDirect.mutate({ userId }));
}
