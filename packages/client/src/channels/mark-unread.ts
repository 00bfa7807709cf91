import type { Membership } from "@chat/contract";
import { roomSlices, slices } from "../cache/slices.ts";
import type { ClientContext } from "../client-context.ts";
import { changePlace } from "./change-place.ts";
import type { Counts } from "./channels-state.ts";
import { countsAt } from "./counts.ts";

/** Unread from and with this message on, until the next read: at once on screen. Rejects with NOT_FOUND. */
export function markUnread(context: ClientContext, channelId: string, seq: number): Promise<Membership> {
  const { store, trpc, reads } = context;
  return changePlace(context, channelId, { kind: "unread", seq, counts: countsBefore(context, channelId, seq) }, async () => {
    // A read still on its way would take the mark back.
    await reads.settled(channelId);
    const me = await trpc.channel.markUnread.mutate({ channelId, seq });
    store.dispatch({ type: "state.reply", channelId, me });
    return me;
  });
}

function countsBefore({ store }: ClientContext, channelId: string, seq: number): Counts | null {
  const head = store.read(slices.channels).held[channelId]?.entry.head;
  const timeline = store.read(roomSlices.timeline(channelId));
  const row = timeline.rows.find((one) => one.seq === seq);
  if (head === undefined || row === undefined) return null;
  const counted = row.messageCount - (row.kind === "system" ? 0 : 1);
  return countsAt(head, timeline, seq - 1, counted, store.read(slices.me).me?.id);
}
