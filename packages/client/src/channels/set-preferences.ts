import type { Membership, SetPreferences } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Pins, hides or mutes a channel for the caller alone. */
export async function setPreferences({ store, trpc }: ClientContext, input: SetPreferences): Promise<Membership> {
  const me = await trpc.channel.setPreferences.mutate(input);
  store.dispatch({ type: "state.reply", channelId: input.channelId, me });
  return me;
}
