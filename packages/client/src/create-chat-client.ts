import type { ChatDefinition } from "@chat/contract";
import type { ChatRouter } from "@chat/server";
import { QueryClient } from "@tanstack/query-core";
import { createTRPCClient } from "@trpc/client";
import { createStore } from "./cache/store.ts";
import type { ChatClient, ChatClientOptions } from "./chat-client.ts";
import { createReadMarker } from "./channels/mark-read.ts";
import type { ClientContext } from "./client-context.ts";
import { createVerbs } from "./client-verbs.ts";
import { createConnection, type Connection } from "./connection/connection.ts";
import { createSocket } from "./connection/socket.ts";
import { enterInitial } from "./enter-initial.ts";
import { followInbox } from "./live/inbox.ts";
import { createOpenChannels } from "./live/open-channels.ts";
import { createOutbox } from "./messages/outbox.ts";
import { expireTyping } from "./typing/expire-typing.ts";

/**
 * A chat client, for a browser or for Node. It connects with `start`, or with the first call; rendering on a server opens nothing.
 *
 * ```ts
 * // A bot that answers "ping".
 * import { createChatClient } from "@chat/client";
 *
 * const client = createChatClient({ url: "https://chat.example.com", getToken: signTokenForTheBot });
 * client.trpc.live.inbox.subscribe(undefined, {
 *   onData(event) {
 *     if (event.type !== "message" || event.change !== "sent" || event.message.text !== "ping") return;
 *     void client.messages.send(event.channelId, { text: "pong" });
 *   },
 * });
 * ```
 */
export function createChatClient<D extends ChatDefinition = ChatDefinition>(options: ChatClientOptions<D>): ChatClient<D> {
  const queryClient = options.queryClient ?? new QueryClient();
  const store = createStore(queryClient);
  const socket = createSocket({
    url: options.url,
    getToken: options.getToken,
    WebSocket: options.WebSocket,
    onLost: (loss) => connection.lost(loss),
  });
  const connection: Connection = createConnection(store, socket);
  const trpc = createTRPCClient<ChatRouter>({ links: [socket.link] });
  const context: ClientContext = {
    trpc,
    store,
    connection,
    open: createOpenChannels(() => context),
    outbox: createOutbox(() => context),
    reads: createReadMarker(() => context),
  };
  if (options.initial !== undefined) enterInitial(store, options.initial);
  let stopTyping: (() => void) | undefined;

  const client: ChatClient = {
    trpc,
    queryClient,
    store,
    get started() {
      return connection.started;
    },
    start() {
      if (connection.started) return;
      connection.start();
      stopTyping = expireTyping(store);
      followInbox(context);
      context.open.resume();
    },
    close() {
      stopTyping?.();
      connection.close();
    },
    reconnect: connection.reconnect,
    ...createVerbs(context),
  };
  // The wire is the same for every product; only its types know the product's own fields.
  return client;
}
