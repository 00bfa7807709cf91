import type { ChatDefinition } from "@chat/contract";
import type { ChatRouter } from "./chat-router.ts";
import { QueryClient } from "@tanstack/query-core";
import { createTRPCClient } from "@trpc/client";
import { createStore } from "./cache/store.ts";
import type { ChatClient, ChatClientOptions } from "./chat-client.ts";
import { createReadMarker } from "./channels/mark-read.ts";
import type { ClientContext } from "./client-context.ts";
import { createVerbs } from "./client-verbs.ts";
import { createConnection, type Connection } from "./connection/connection.ts";
import { renewToken } from "./connection/renew-token.ts";
import { resolvePictures } from "./connection/resolve-pictures.ts";
import { createTokens } from "./connection/tokens.ts";
import { createTransport } from "./connection/transport.ts";
import { originOf } from "./connection/origin-of.ts";
import { watchSkew } from "./connection/watch-skew.ts";
import { enterInitial } from "./enter-initial.ts";
import { followInbox } from "./live/inbox.ts";
import { createOpenChannels } from "./live/open-channels.ts";
import { chooseKeeper } from "./outbox/choose-keeper.ts";
import { createOutbox } from "./outbox/outbox.ts";
import { askWhy } from "./sanctions/ask-why.ts";
import { expireTyping } from "./typing/expire-typing.ts";

/**
 * A chat client, for a browser or for Node. It connects with `start`, or with the first call; rendering on a server opens nothing.
 *
 * ```ts
 * const client = createChatClient({ url: "https://chat.example.com", getToken: fetchToken });
 * client.start();
 * await client.messages.send(channelId, { text: "hello" });
 * ```
 */
export function createChatClient<D extends ChatDefinition = ChatDefinition>(options: ChatClientOptions<D>): ChatClient<D> {
  const queryClient = options.queryClient ?? new QueryClient();
  const store = createStore(queryClient);
  const { url, getToken, WebSocket, EventSource, fetch, transport: mode = "auto" } = options;
  const tokens = getToken === undefined ? null : createTokens(getToken);
  const transport = createTransport({
    url,
    mode,
    tokens,
    WebSocket,
    EventSource,
    fetch,
    onLost: (loss) => connection.lost(loss),
    onRefused: () => connection.unauthenticated(),
    onForbidden: () => connection.forbidden(),
    onSwitch: (kind) => store.dispatch({ type: "transport.changed", transport: kind }),
  });
  const connection: Connection = createConnection(store, transport);
  const trpc = createTRPCClient<ChatRouter>({ links: [watchSkew(store), resolvePictures(url), transport.link] });
  const requests = createTRPCClient<ChatRouter>({ links: [resolvePictures(url), transport.requests] });
  const context: ClientContext = {
    trpc,
    requests,
    store,
    connection,
    open: createOpenChannels(() => context),
    outbox: createOutbox(() => context, chooseKeeper(options.outbox), originOf(url)),
    reads: createReadMarker(() => context),
  };
  if (options.initial !== undefined) enterInitial(store, options.initial);
  if (mode === "sse") store.dispatch({ type: "transport.changed", transport: "sse" });
  let stops: (() => void)[] = [];

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
      stops = [expireTyping(store), () => context.outbox.stop(), ...(tokens === null ? [] : [renewToken(context, tokens)])];
      context.outbox.start();
      stops.push(askWhy(context));
      followInbox(context);
      context.open.resume();
    },
    close() {
      for (const stop of stops) stop();
      stops = [];
      connection.close();
    },
    reconnect: connection.reconnect,
    ...createVerbs(context),
  };
  // The wire is the same for every product; only its types know the product's own fields.
  return client;
}
