import type { HeldHead } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";

/** The last message held of a channel, by which a server knows whether its history is still the same; for servers that ask for it. */
export function heldHead({ store }: ClientContext, channelId: string): HeldHead | undefined {
  if (!store.read(slices.connection).capabilities.includes("head")) return undefined;
  const last = store.read(roomSlices.timeline(channelId)).rows.at(-1);
  return last === undefined ? undefined : { seq: last.seq, id: last.id };
}
