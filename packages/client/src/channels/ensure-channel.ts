import type { ChannelEntry, EnsureChannel } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { takeEntry } from "./load-channel.ts";

/** The room of a business record, found or made, with the caller in it. Rejects with NOT_FOUND where the caller may not have the key. */
export function ensureChannel(context: ClientContext, input: EnsureChannel): Promise<ChannelEntry> {
  return takeEntry(context, context.trpc.channel.ensure.mutate(input));
}
