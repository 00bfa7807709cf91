import type { ChannelLiveEvent } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { roomSlices } from "../cache/slices.ts";
import { refusalOf } from "../connection/refusal.ts";
import { readAgain } from "../connection/read-again.ts";
import { wait } from "../connection/wait.ts";
import { heldHead } from "../messages/held-head.ts";
import { loadLatest } from "../messages/load-page.ts";

/** A channel without a stream of its own is asked for its changes this often, in milliseconds. */
const everyMs = 3_000;

interface Polling {
  signal: AbortSignal;
  /** Ends it, where false. */
  isWanted(): boolean;
  apply(event: ChannelLiveEvent): void;
}

/** Keeps a channel in step by asking for what changed. Typing, cursors and presence are not among it. Rejects with the server's refusal. */
export async function pollChannel(
  context: ClientContext,
  channelId: string,
  { signal, isWanted, apply }: Polling,
): Promise<void> {
  const { store, trpc } = context;
  const timeline = () => store.read(roomSlices.timeline(channelId));
  while (!signal.aborted && isWanted()) {
    if (timeline().version === null) await loadLatest(context, channelId);
    const { version: since, error } = timeline();
    if (since === null) throw refusalOf(error ?? { reason: "UNAVAILABLE" });
    const page = await readAgain(context, () =>
      trpc.message.changes.query({ channelId, since, head: heldHead(context, channelId) }),
    );
    if (signal.aborted) return;
    if (page.reset) {
      apply({ type: "reset", channelId, version: page.version });
      continue;
    }
    // Holes are normal here as in a replay; what stands between them has not changed since.
    if (page.items.length > 0) store.dispatch({ type: "live.behind", channelId });
    for (const event of page.items) apply(event);
    if (page.hasMore) continue;
    if (timeline().live !== "synced") store.dispatch({ type: "live.polled", channelId, version: page.version });
    await wait(everyMs, signal);
  }
}
