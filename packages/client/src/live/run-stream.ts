import type { ChannelLiveEvent } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { knowEvent } from "./know-event.ts";

/** Events that may wait for `take`; beyond it the stream ends, and is run again from what was taken. */
const maxWaiting = 2_000;

interface Run {
  /** The version held, and the history that it is of. */
  since: number;
  epoch: string;
  signal: AbortSignal;
  /** Takes one event; the next waits for it. */
  take(event: ChannelLiveEvent): Promise<void>;
}

/** A channel's stream, event by event. Resolves when it ends or is ended; rejects with its refusal, or with what `take` threw. */
export async function runStream({ trpc }: ClientContext, channelId: string, { since, epoch, signal, take }: Run): Promise<void> {
  const waiting: ChannelLiveEvent[] = [];
  let wake = () => {};
  let end: { error: unknown } | undefined;
  const finish = (error: unknown) => {
    end ??= { error };
    wake();
  };
  const subscription = trpc.live.channel.subscribe(
    { channelId, since, ...(epoch === "" ? {} : { epoch }) },
    {
      onData({ id, data }) {
        if (end === undefined) waiting.push(knowEvent(data, id, channelId));
        if (waiting.length > maxWaiting) finish(null);
        wake();
      },
      onComplete: () => finish(null),
      onError: finish,
    },
  );
  const onAbort = () => finish(null);
  signal.addEventListener("abort", onAbort);
  try {
    while (!signal.aborted) {
      const event = waiting.shift();
      if (event !== undefined) await take(event);
      else if (end === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else break;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    subscription.unsubscribe();
  }
  if (end !== undefined && end.error !== null) throw end.error;
}
