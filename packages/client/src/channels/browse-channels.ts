import type { ChannelEntry } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Public groups whose name holds `query`, those that the caller is in too. */
export async function browseChannels({ trpc }: ClientContext, query: string): Promise<ChannelEntry[]> {
  const { items } = await trpc.channel.browse.query({ query });
  return items;
}
