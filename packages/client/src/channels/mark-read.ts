import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf, isRetryable } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";

/** Reads of one channel go out at most this often, in milliseconds. */
const everyMs = 300;

/** Marks channels read: on screen at once, at the server the first at once and those that follow gathered. */
export interface ReadMarker {
  /** Read up to `seq`. Never goes back; a seq already read only clears a mark made by hand. */
  mark(channelId: string, seq: number): void;
  /** Resolves when no read of the channel is on its way. */
  settled(channelId: string): Promise<void>;
}

export function createReadMarker(context: () => ClientContext): ReadMarker {
  /** The highest seq that still has to be told, by channel. */
  const wanted = new Map<string, number>();
  const running = new Map<string, Promise<void>>();

  const tell = async (channelId: string) => {
    const { store, trpc, connection } = context();
    for (let attempt = 0; wanted.has(channelId);) {
      await connection.whenOnline();
      const seq = wanted.get(channelId);
      if (seq === undefined) return;
      wanted.delete(channelId);
      try {
        const me = await trpc.channel.markRead.mutate({ channelId, seq });
        store.dispatch({ type: "state.reply", channelId, me });
        attempt = 0;
      } catch (error) {
        const data = chatErrorOf(error);
        if (!isRetryable(data, attempt) || connection.signal.aborted) {
          store.dispatch({ type: "read.failed", channelId });
          continue;
        }
        wanted.set(channelId, Math.max(seq, wanted.get(channelId) ?? 0));
        await wait(data.retryAfterMs ?? backoff(attempt), connection.signal);
        attempt += 1;
      }
      await wait(everyMs, connection.signal);
    }
  };

  return {
    mark(channelId, seq) {
      const { store } = context();
      const held = store.read(slices.channels).held[channelId];
      if (held?.base == null || seq <= (held.read?.seq ?? -1)) return;
      if (seq <= held.base.readSeq && held.base.unreadFrom === null) return;
      store.dispatch({ type: "read.marked", channelId, seq });
      wanted.set(channelId, Math.max(seq, wanted.get(channelId) ?? 0));
      if (running.has(channelId)) return;
      running.set(
        channelId,
        tell(channelId).finally(() => running.delete(channelId)),
      );
    },
    async settled(channelId) {
      await running.get(channelId);
    },
  };
}
