import type { ChatRouter } from "../chat-router.ts";
import { createWSClient, wsLink, type TRPCLink, type TRPCWebSocketClient } from "@trpc/client";
import { backoff } from "./backoff.ts";
import { impatient } from "./impatient-socket.ts";
import { originOf } from "./origin-of.ts";
import type { Tokens } from "./tokens.ts";

export interface SocketOptions {
  /** Origin of the server; "" for the page's own. */
  url: string;
  /** Null where the cookie counts. */
  tokens: Tokens | null;
  WebSocket?: typeof WebSocket | undefined;
  onOpen(): void;
  /** The socket closed or could not be opened. `failed`: it was not open before. */
  onLost(loss: { failed: boolean; code: number | undefined }): void;
}

/** One WebSocket for all calls and subscriptions, held open and opened again by the stock client. */
export interface Socket {
  /** For calls while the socket is open: made while the stock client waits to reconnect, one makes it open a second socket. */
  link: ReturnType<TRPCLink<ChatRouter>>;
  readonly isOpen: boolean;
  /** Begins to connect, unless it has. */
  open(): void;
  /** Connects anew at once: subscriptions complete and are to be started again by whoever wants them. */
  reopen(): void;
  close(): void;
  /** Asks an open socket for a sign of life, and gives it up where none comes soon: a device that slept may hold a dead one. */
  probe(): void;
  /** The server answered: waits begin small again. */
  settle(): void;
}

/** The server restarts: everybody was cut at the same moment, so everybody spreads over a longer first wait. */
const restartCode = 1012;
const restartSpreadMs = 4_000;
/** One of several servers stops, and sends its people on one by one: the next server is there. */
const movedReason = "moved";
/** How long a sign of life may take that was asked for by `probe`, in milliseconds. */
const probeMs = 5_000;

/** How a socket ended: the close event, of which the stock client's types name the code alone. */
interface End {
  readonly code?: number | undefined;
  readonly reason?: string | undefined;
}

/** Milliseconds before the next try to connect, after so many that led to no answer, and an end of the last socket. */
export function reconnectDelay(attempt: number, end: End | undefined, random: () => number = Math.random): number {
  const isSpread = end?.code === restartCode && end.reason !== movedReason;
  return isSpread && attempt === 0 ? random() * restartSpreadMs : backoff(attempt, random);
}

export function createSocket(options: SocketOptions): Socket {
  let current: { client: TRPCWebSocketClient; link: ReturnType<TRPCLink<ChatRouter>>; isOpen: boolean } | null = null;
  /** Counted here, since the stock client begins at 0 after every open, and a server that closes at once would be called without end. */
  let attempt = 0;
  let lastEnd: End | undefined;

  const connect = () => {
    const { tokens } = options;
    const client = createWSClient({
      url: `${originOf(options.url).replace(/^http/, "ws")}/api/trpc`,
      WebSocket: impatient(options.WebSocket ?? globalThis.WebSocket),
      lazy: { enabled: false, closeMs: 0 },
      keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 8_000 },
      ...(tokens === null ? {} : { connectionParams: async () => tokenParams(await tokens.ask()) }),
      retryDelayMs() {
        const ms = reconnectDelay(attempt, lastEnd);
        attempt += 1;
        // A page's policy may forbid the socket: some browsers then throw, others tell an error, and no close follows.
        setTimeout(() => !connection.isOpen && lose(undefined));
        setTimeout(() => (isLost = false), ms);
        return ms;
      },
      onOpen() {
        if (current !== connection) return;
        connection.isOpen = true;
        options.onOpen();
      },
      onClose: (cause) => lose(cause),
    });
    /** The end of this try was told. */
    let isLost = false;
    const lose = (end: End | undefined) => {
      if (current !== connection || isLost) return;
      const failed = !connection.isOpen;
      isLost = true;
      connection.isOpen = false;
      lastEnd = end;
      options.onLost({ failed, code: end?.code });
    };
    const connection = { client, link: wsLink<ChatRouter>({ client })({}), isOpen: false };
    return connection;
  };

  const drop = (connection: typeof current) => void connection?.client.close();

  return {
    link: (call) => {
      current ??= connect();
      return current.link(call);
    },
    get isOpen() {
      // One that is closing says so by itself, a while before its end is told: the stock client would open another for a call made then, at once
      // and without a wait, and close that one when its own wait is over.
      return current !== null && current.isOpen && current.client.connection?.state !== "closed";
    },
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
    probe() {
      const ws = current?.isOpen ? current.client.connection?.ws : null;
      if (ws == null || ws.readyState !== ws.OPEN) return;
      const timer = setTimeout(() => ws.close(), probeMs);
      ws.addEventListener("message", () => clearTimeout(timer), { once: true });
      ws.send("PING");
    },
    settle() {
      attempt = 0;
    },
  };
}

function tokenParams(token: string | null): Record<string, string> {
  return token === null ? {} : { token };
}
