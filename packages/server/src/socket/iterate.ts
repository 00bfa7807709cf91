import { isTrackedEnvelope } from "@trpc/server";
import type { Live } from "../realtime/live-source.ts";
import { EventFrame } from "./event-frame.ts";
import type { SocketWriter } from "./socket-writer.ts";

interface Reader {
  readonly writer: SocketWriter;
  readonly prefix: string;
  /** Tells the procedure that nobody reads any more. */
  readonly ending: AbortController;
  /** Hears of the end, with the error if it failed. */
  onEnd(error: unknown): void;
}

/**
 * Carries a subscription that is a plain async iterable, such as a procedure that an operator added, over a socket: one item at a time, each
 * waiting for the reader.
 */
export function iterate(iterable: AsyncIterable<unknown>, { writer, prefix, ending, onEnd }: Reader): Live {
  const iterator = iterable[Symbol.asyncIterator]();
  let stopped = false;
  void (async () => {
    try {
      for (let next = await iterator.next(); !next.done && !stopped; next = await iterator.next()) {
        const { value } = next;
        const frame = isTrackedEnvelope(value) ? new EventFrame(value[1], value[0]) : new EventFrame(value, null);
        writer.send(frame.to(prefix));
        await writer.drained();
      }
      if (!stopped) onEnd(null);
    } catch (error) {
      if (!stopped) onEnd(error);
    }
  })();
  return {
    stop() {
      stopped = true;
      ending.abort();
      void iterator.return?.().catch(() => undefined);
    },
  };
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
