import type { TRPCError } from "@trpc/server";
import type { Connection } from "./connection.ts";
import { EventStream } from "./event-stream.ts";

/** Where a live subscription puts its events. `version` is the resume point of each frame; null where there is none. */
export interface LiveSink<E extends object> {
  push(version: number | null, event: E): void;
  /** True where enough bytes wait for the reader: what is read from the database should wait for `drained`. */
  readonly isCrowded: boolean;
  /** Resolves when the reader can take more. */
  drained(): Promise<void>;
  /** The end, for good: the reader is told why. */
  end(error: TRPCError): void;
  /** True once the reader is gone: what catches up may stop. */
  readonly closed: boolean;
}

/** What is live, until it is stopped; once or more often. */
export interface Live {
  stop(): void;
}

/** Catches a reader up, and resolves once it is live. Rejects with the refusal. */
export type OpenLive<E extends object> = (sink: LiveSink<E>) => Promise<Live>;

/** What a live procedure returns: our sockets call `open`, everybody else iterates. */
export interface LiveSource<E extends object, T> extends AsyncIterable<T> {
  readonly open: OpenLive<E>;
}

/** Events that may wait for a slow reader who iterates; beyond it the connection closes, and the reader resumes by version. */
const maxQueued = 2_000;

/** `toItem` makes of an event what tRPC's own adapters send, such as a tracked envelope. */
export function createLiveSource<E extends object, T>(
  open: OpenLive<E>,
  toItem: (version: number | null, event: E) => T,
  { signal, connection }: { signal: AbortSignal | undefined; connection: Connection | null },
): LiveSource<E, T> {
  async function* iterate(): AsyncGenerator<T, void> {
    const stream = new EventStream<T>(maxQueued, () => connection?.close(4008, "too slow"));
    const sink: LiveSink<E> = {
      push: (version, event) => stream.push(toItem(version, event)),
      // It counts events, and a page of them is fewer than may wait.
      isCrowded: false,
      drained: () => stream.drained(),
      end: (error) => stream.end(error),
      get closed() {
        return stream.ended;
      },
    };
    const opening = open(sink);
    opening.catch((error: TRPCError) => stream.end(error));
    try {
      yield* stream.drain(signal);
    } finally {
      stream.end(null);
      await opening.then(
        (live) => live.stop(),
        () => undefined,
      );
    }
  }
  return { open, [Symbol.asyncIterator]: iterate };
}

export function isLiveSource(value: unknown): value is LiveSource<object, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    "open" in value &&
    typeof value.open === "function" &&
    Symbol.asyncIterator in value
  );
}
