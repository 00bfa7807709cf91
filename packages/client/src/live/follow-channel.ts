import type { ChannelLiveEvent, ErrorReason } from "@chat/contract";
import type { Unsubscribable } from "@trpc/server/observable";
import type { ClientContext } from "../client-context.ts";
import { roomSlices, slices } from "../cache/slices.ts";
import { loadChannelAnew } from "../channels/load-channel.ts";
import { takesMention } from "../channels/takes-mention.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";
import { heldHead } from "../messages/held-head.ts";
import { loadLatest } from "../messages/load-page.ts";
import { loadMe } from "../users/load-me.ts";
import { gatherReplay } from "./gather-replay.ts";
import { knowEvent } from "./know-event.ts";
import { meetServer } from "./meet-server.ts";
import { pollChannel } from "./poll-channel.ts";

/** Refusals that end a stream for good: no access, or no longer. Anything else is tried again. */
const endings: readonly ErrorReason[] = ["NOT_FOUND", "FORBIDDEN", "BANNED", "INVALID_INPUT"];

export interface Follower {
  /** True after `stop`, and after the client was closed. */
  readonly stopped: boolean;
  /** Begins its stream anew, from what is held. */
  restart(): void;
  stop(): void;
}

/** Follows one channel until it is stopped: its first page where nothing is held, then everything since. */
export function followChannel(context: ClientContext, channelId: string): Follower {
  const { store, trpc, connection } = context;
  const stopped = new AbortController();
  const { signal } = stopped;
  let subscription: Unsubscribable | undefined;
  let failures = 0;
  /** Counts subscriptions, so that the end of one that was replaced is not taken for the end of its successor. */
  let turn = 0;
  /** Refusals since the stream was last in step: a list that says member where the server says no must not make a loop. */
  let refusals = 0;
  let isReturning = false;

  const timeline = () => store.read(roomSlices.timeline(channelId));

  const apply = (event: ChannelLiveEvent) => {
    if (takesMention({ channels: store.read(slices.channels) }, event)) void loadChannelAnew(context, channelId);
    store.dispatch({ type: "event", from: "channel", event, now: Date.now() });
    if (event.type === "reset") void loadLatest(context, channelId);
    if (event.type === "synced") {
      failures = 0;
      refusals = 0;
      // What happened to a thread's parent, and to the caller's place in it, its own stream does not replay.
      if (store.read(slices.channels).held[channelId]?.entry.channel.type === "thread") void loadChannelAnew(context, channelId);
    }
  };

  const replay = gatherReplay(apply, () => {
    if (timeline().hasGap) subscribe();
  });

  const onEvent = (event: ChannelLiveEvent) => {
    if (event.type !== "start") return replay.take(event);
    replay.flush();
    meetServer(context, event);
    store.dispatch({ type: "live.behind", channelId });
    replay.begin();
  };

  const beGone = () => {
    refusals += 1;
    store.dispatch({ type: "channel.gone", channelId });
  };

  const end = async (mine: number, reason: ErrorReason | null) => {
    if (mine !== turn || signal.aborted) return;
    replay.flush();
    if (reason !== null && endings.includes(reason)) return beGone();
    await wait(backoff(failures), signal);
    await connection.whenAllowed();
    failures += 1;
    if (mine === turn && !signal.aborted) subscribe();
  };

  /** Where streams are scarce, only the channel in front has one. */
  const isPolled = () => store.read(slices.connection).transport === "sse" && !context.open.isFocused(channelId);

  const poll = async (mine: number) => {
    const isWanted = () => mine === turn && isPolled();
    try {
      await pollChannel(context, channelId, { signal, isWanted, apply });
      if (mine === turn && !signal.aborted) subscribe();
    } catch (error) {
      await end(mine, chatErrorOf(error).reason);
    }
  };

  const subscribe = (): void => {
    turn += 1;
    const mine = turn;
    subscription?.unsubscribe();
    store.dispatch({ type: "live.behind", channelId });
    if (isPolled()) return void poll(mine);
    const { version } = timeline();
    const { epoch } = store.read(slices.connection);
    const input = {
      channelId,
      ...(version === null ? {} : { since: version }),
      ...(epoch === null ? {} : { epoch }),
      // Read when it is sent: the stock client sends this very object again when it has connected anew.
      get head() {
        return heldHead(context, channelId);
      },
    };
    subscription = trpc.live.channel.subscribe(input, {
      onData: ({ id, data }) => {
        if (mine === turn) onEvent(knowEvent(data, id, channelId));
      },
      onComplete: () => void end(mine, null),
      onError: (error) => void end(mine, chatErrorOf(error).reason),
    });
  };

  const begin = async () => {
    await loadMe(context).catch(() => {});
    if (timeline().version === null && !signal.aborted) await loadLatest(context, channelId);
    if (signal.aborted) return;
    const { version, error } = timeline();
    if (version !== null) return subscribe();
    if (error !== null && endings.includes(error.reason)) return beGone();
    await end(turn, error?.reason ?? null);
  };

  const isBack = () => store.read(slices.channels).held[channelId]?.base != null && timeline().live === "gone";

  /** Somebody added the caller again: the stream that had ended is begun anew, at once the first time. */
  const comeBack = async () => {
    if (isReturning || !isBack()) return;
    isReturning = true;
    if (refusals > 1) await wait(backoff(refusals - 1), signal);
    isReturning = false;
    if (signal.aborted || !isBack()) return;
    store.dispatch({ type: "room.dropped", channelId, pending: "kept" });
    await begin();
  };
  const stopWatching = store.subscribe(slices.channels, () => void comeBack());

  void begin();
  const stop = () => {
    stopped.abort();
    connection.signal.removeEventListener("abort", stop);
    stopWatching();
    replay.flush();
    subscription?.unsubscribe();
  };
  connection.signal.addEventListener("abort", stop, { once: true });
  return {
    get stopped() {
      return signal.aborted;
    },
    restart() {
      if (turn > 0) subscribe();
    },
    stop,
  };
}
