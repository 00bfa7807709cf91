import type { InboxLiveEvent, StartEvent } from "@chat/contract";
import type { Unsubscribable } from "@trpc/server/observable";
import type { ClientContext } from "../client-context.ts";
import { slices } from "../cache/slices.ts";
import { loadBlocks } from "../blocks/load-blocks.ts";
import { loadChannel, loadChannelAnew } from "../channels/load-channel.ts";
import { takesMention } from "../channels/takes-mention.ts";
import { loadThreads } from "../channels/load-threads.ts";
import { loadChannels } from "../channels/load-channels.ts";
import { backoff } from "../connection/backoff.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { wait } from "../connection/wait.ts";
import { loadSanctions } from "../sanctions/load-sanctions.ts";
import { checkMe } from "../users/load-me.ts";
import { meetServer } from "./meet-server.ts";

/**
 * Follows all my channels until the returned function is called. The inbox is never replayed: whenever it begins anew the list is read
 * again, and what happens meanwhile is applied over it.
 */
export function followInbox(context: ClientContext): () => void {
  const { store, trpc, connection, outbox } = context;
  const { signal } = connection;
  let subscription: Unsubscribable | undefined;
  let failures = 0;
  /** Counts beginnings and ends, so that a beginning that a lost connection cut off does not go on later. */
  let turn = 0;
  /** The list as last asked for: what is missing in it has to be read alone. */
  let listed = Promise.resolve();

  const begin = async (event: StartEvent) => {
    failures = 0;
    turn += 1;
    const mine = turn;
    meetServer(context, event);
    listed = loadLists(context);
    try {
      // Before anything is sent: a cookie may by now be somebody else's.
      if (!(await checkMe(context))) listed = loadLists(context);
    } catch (error) {
      if (chatErrorOf(error).reason === "UNAUTHENTICATED") connection.unauthenticated();
      return;
    }
    if (mine !== turn || signal.aborted) return;
    connection.established();
    outbox.runAll();
  };

  const onEvent = (event: InboxLiveEvent) => {
    if (event.type === "start") void begin(event);
    if (event.type === "resync") listed = loadLists(context);
    if (event.type === "blocks") void loadBlocks(context);
    if (event.type === "sanction") void loadSanctions(context);
    if (event.type === "gone") store.dispatch({ type: "channel.gone", channelId: event.channelId });
    if (takesMention({ channels: store.read(slices.channels) }, event)) void loadChannelAnew(context, event.channelId);
    store.dispatch({ type: "event", from: "inbox", event, now: Date.now() });
    if (event.type === "message") context.open.trim(event.channelId);
    if (isOfMissing(context, event)) void findMissing(event.channelId);
  };

  const findMissing = async (channelId: string) => {
    await listed;
    if (signal.aborted || store.read(slices.channels).held[channelId]?.base != null) return;
    await loadChannel(context, channelId);
    // Its unread messages were in the totals of the pages not read yet, and are counted by itself from now on.
    const { cursor, threads } = store.read(slices.channels);
    if (cursor !== null || threads.cursor !== null) listed = loadLists(context);
  };

  const again = async () => {
    turn += 1;
    await wait(backoff(failures), signal);
    await connection.whenAllowed();
    failures += 1;
    if (!signal.aborted) subscribe();
  };

  const subscribe = () => {
    subscription = trpc.live.inbox.subscribe(undefined, {
      onData: onEvent,
      onComplete: () => void again(),
      onError(error) {
        if (chatErrorOf(error).reason === "UNAUTHENTICATED") connection.unauthenticated();
        void again();
      },
    });
  };

  subscribe();
  signal.addEventListener("abort", () => subscription?.unsubscribe(), { once: true });
  return () => subscription?.unsubscribe();
}

async function loadLists(context: ClientContext): Promise<void> {
  await Promise.all([loadChannels(context), loadThreads(context), loadBlocks(context), loadSanctions(context)]);
}

type OfChannel = Extract<InboxLiveEvent, { type: "message" | "member" | "channel" | "state" }>;

/** True for news of a channel of mine that is not in the list: a new one, or one that no page has brought yet. */
function isOfMissing({ store }: ClientContext, event: InboxLiveEvent): event is OfChannel {
  switch (event.type) {
    case "message":
    case "channel":
    case "state":
      return store.read(slices.channels).held[event.channelId] === undefined;
    case "member": {
      const held = store.read(slices.channels).held[event.channelId];
      if (event.member.userId !== store.read(slices.me).me?.id) return held === undefined;
      return event.member.leftAt === null && held?.base == null;
    }
    default:
      return false;
  }
}
