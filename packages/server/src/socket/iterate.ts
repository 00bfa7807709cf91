import { isTrackedEnvelope } from "@trpc/server";
import { EventFrame } from "./event-frame.ts";
import type { SocketWriter } from "./socket-writer.ts";

/**
 * Carries a subscription that is a plain async iterable, such as a procedure that an operator added, over a socket: one item at a time, each
 * waiting for the reader. Answers what stops it; `onEnd` hears of its end, with the error if it failed.
 */
export function iterate(
  iterable: AsyncIterable<unknown>,
  to: { writer: SocketWriter; prefix: string; onEnd(error: unknown): void },
): () => void {
  const iterator = iterable[Symbol.asyncIterator]();
  let stopped = false;
  void (async () => {
    try {
      for (let next = await iterator.next(); !next.done && !stopped; next = await iterator.next()) {
        const { value } = next;
        const frame = isTrackedEnvelope(value) ? new EventFrame(value[1], value[0]) : new EventFrame(value, null);
        to.writer.send(frame.to(to.prefix));
        await to.writer.drained();
      }
      if (!stopped) to.onEnd(null);
    } catch (error) {
      if (!stopped) to.onEnd(error);
    }
  })();
  return () => {
    stopped = true;
    void iterator.return?.().catch(() => undefined);
  };
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
