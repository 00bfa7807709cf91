import type { ChannelLiveEvent, Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf, isRetryable } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";
import { wait } from "../connection/wait.ts";
import { runStream } from "../live/run-stream.ts";
import type { FollowOptions } from "./follow-options.ts";
import { formatPoint, parsePoint, type Point } from "./resume-point.ts";

const pageSize = 100;

/**
 * Follows one channel's messages for a bot: none is left out, whatever happens to the connection or to the process, as long as the points are
 * stored. One may be handled twice if the process dies between handling it and storing its point; an answer under a clientId derived from the
 * message is stored once nevertheless. Resolves when `signal` or `close` ends it; rejects with what `onMessage` threw, or with the server's
 * refusal, such as NOT_FOUND when there is no access any more.
 */
export async function followMessages(context: ClientContext, channelId: string, options: FollowOptions): Promise<void> {
  const { trpc, connection } = context;
  const signals = [connection.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const signal = AbortSignal.any(signals);
  let thrown = false;

  const call = async (work: () => void | Promise<void>) => {
    try {
      await work();
    } catch (error) {
      thrown = true;
      throw error;
    }
  };

  const readHead = () => readAgain(context, () => trpc.message.list.query({ channelId, limit: 1 }));

  const begin = async (): Promise<Point> => {
    if (options.since !== null) return parsePoint(options.since);
    const { head, version } = await readHead();
    return { epoch: "", version, seq: head.seq };
  };

  let point = await begin();
  const reach = (next: Partial<Point>) => {
    point = { ...point, ...next };
    return call(() => options.onPoint(formatPoint(point)));
  };

  /** The messages after the point, as they now are: a replay runs by version, and brings one that was edited after those sent later. */
  const readNew = async () => {
    for (let hasMore = true; hasMore && !signal.aborted;) {
      const after = point.seq;
      const { items } = await readAgain(context, () => trpc.message.list.query({ channelId, after, limit: pageSize }));
      for (const message of items) {
        if (signal.aborted) return;
        await call(() => options.onMessage(message, true));
        await reach({ seq: message.seq });
      }
      hasMore = items.length === pageSize;
    }
  };

  const takeMessage = async (message: Message) => {
    if (message.seq > point.seq + 1) await readNew();
    else await call(() => options.onMessage(message, message.seq > point.seq));
    await reach({ version: Math.max(point.version, message.version), seq: Math.max(point.seq, message.seq) });
  };

  const take = async (event: ChannelLiveEvent) => {
    switch (event.type) {
      case "start": {
        if (point.epoch === event.epoch) return;
        // The database was restored to an earlier day: its next messages take numbers that were taken before.
        const seq = point.epoch === "" ? point.seq : Math.min(point.seq, (await readHead()).head.seq);
        return reach({ epoch: event.epoch, seq });
      }
      case "reset":
        await readNew();
        return reach({ version: event.version });
      case "message":
        return takeMessage(event.message);
      case "member":
      case "channel":
      case "skip":
        return event.version > point.version ? reach({ version: event.version }) : undefined;
      default:
        return;
    }
  };

  for (let failures = 0; !signal.aborted;) {
    const { version } = point;
    try {
      await runStream(context, channelId, { since: point.version, epoch: point.epoch, signal, take });
    } catch (error) {
      if (thrown || !isRetryable(chatErrorOf(error), failures)) throw error;
    }
    failures = point.version > version ? 0 : failures + 1;
    await wait(backoff(failures), signal);
  }
}
