import type { ChatRouter } from "@chat/server";
import { createWSClient, wsLink, type TRPCClientRuntime, type TRPCLink, type TRPCWebSocketClient } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import { backoff } from "./backoff.ts";

export interface SocketOptions {
  /** Origin of the server; "" for the page's own. */
  url: string;
  getToken?: (() => string | null | undefined | Promise<string | null | undefined>) | undefined;
  WebSocket?: typeof WebSocket | undefined;
  /** The socket closed or could not be opened. `failed`: it was not open before. */
  onLost(loss: { failed: boolean; code: number | undefined }): void;
}

/** One WebSocket for all calls and subscriptions, held open and opened again by the stock client. */
export interface Socket {
  link: TRPCLink<ChatRouter>;
  /** Begins to connect; the first call does, too. */
  open(): void;
  /** Connects anew at once: subscriptions complete and are to be started again by whoever wants them. */
  reopen(): void;
  close(): void;
  /** The server answered: waits begin small again. */
  settle(): void;
}

/** The server restarts: everybody was cut at the same moment, so everybody spreads over a longer first wait. */
const restartCode = 1012;
const restartSpreadMs = 4_000;

export function createSocket(options: SocketOptions): Socket {
  const waiting = new Set<() => void>();
  let current: { client: TRPCWebSocketClient; link: ReturnType<TRPCLink<ChatRouter>>; isOpen: boolean } | null = null;
  let runtime: TRPCClientRuntime = {};
  /** Counted here, since the stock client begins at 0 after every open, and a server that closes at once would be called without end. */
  let attempt = 0;
  let lastCode: number | undefined;

  const connect = () => {
    const { getToken } = options;
    const client = createWSClient({
      url: socketUrl(options.url),
      WebSocket: options.WebSocket,
      lazy: { enabled: false, closeMs: 0 },
      keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 8_000 },
      ...(getToken === undefined ? {} : { connectionParams: async () => tokenParams(await getToken()) }),
      retryDelayMs() {
        const ms = lastCode === restartCode && attempt === 0 ? Math.random() * restartSpreadMs : backoff(attempt);
        attempt += 1;
        return ms;
      },
      onOpen() {
        if (current !== connection) return;
        connection.isOpen = true;
        for (const resume of waiting) resume();
      },
      onClose(cause) {
        if (current !== connection) return;
        const failed = !connection.isOpen;
        connection.isOpen = false;
        lastCode = cause?.code;
        options.onLost({ failed, code: cause?.code });
      },
    });
    const connection = { client, link: wsLink<ChatRouter>({ client })(runtime), isOpen: false };
    return connection;
  };

  const drop = (connection: typeof current) => void connection?.client.close();

  const link: TRPCLink<ChatRouter> = (given) => {
    runtime = given;
    return (call) =>
      observable((observer) => {
        let running: Unsubscribable | undefined;
        // Held back until the socket is open: a call made while the stock client waits to reconnect makes it open a second socket.
        const run = () => {
          waiting.delete(run);
          running = current?.link(call).subscribe(observer);
        };
        current ??= connect();
        if (current.isOpen) run();
        else waiting.add(run);
        return () => {
          waiting.delete(run);
          running?.unsubscribe();
        };
      });
  };

  return {
    link,
    open() {
      current ??= connect();
    },
    reopen() {
      const old = current;
      attempt = 0;
      current = connect();
      drop(old);
    },
    close() {
      const old = current;
      current = null;
      drop(old);
    },
    settle() {
      attempt = 0;
    },
  };
}

function tokenParams(token: string | null | undefined): Record<string, string> {
  return token == null ? {} : { token };
}

function socketUrl(url: string): string {
  const origin = url === "" ? globalThis.location.origin : url.replace(/\/$/, "");
  return `${origin.replace(/^http/, "ws")}/api/trpc`;
}
