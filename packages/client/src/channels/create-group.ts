import type { ChannelEntry, CreateGroup } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { takeEntry } from "./load-channel.ts";

/** A new group, which the caller owns. Rejects with INVALID_INPUT or NOT_FOUND (a person that the caller may not see). */
export function createGroup(context: ClientContext, input: CreateGroup): Promise<ChannelEntry> {
  return takeEntry(context, context.trpc.channel.createGroup.mutate(input));
}
