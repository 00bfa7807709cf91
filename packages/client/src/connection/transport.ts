import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { ChatRouter } from "../chat-router.ts";
import { backoff } from "./backoff.ts";
import { createCarrier, type Carrier } from "./carry-calls.ts";
import type { TransportKind, TransportMode } from "./connection-state.ts";
import type { Http } from "./http.ts";
import { createSocket } from "./socket.ts";
import type { Tokens } from "./tokens.ts";

export interface TransportOptions {
  /** Origin of the server; "" for the page's own. */
  url: string;
  mode: TransportMode;
  /** Null where the cookie counts. */
  tokens: Tokens | null;
  WebSocket?: typeof WebSocket | undefined;
  EventSource?: typeof EventSource | undefined;
  fetch?: typeof fetch | undefined;
  /** The server is out of reach. `failed`: it was not reached before, either. */
  onLost(loss: { failed: boolean; code: number | undefined }): void;
  /** The server is reached, and does not know the caller. */
  onRefused(): void;
  /** The server is reached, and does not let this page in. */
  onForbidden(): void;
  onSwitch(kind: TransportKind): void;
}

/** What carries calls and subscriptions. Those made while nothing is open wait until something is. */
export interface Transport {
  readonly link: Carrier["link"];
  /** Calls as requests, whatever carries the rest: for who is let in no more, and may ask why. */
  readonly requests: TRPCLink<ChatRouter>;
  /** Begins to connect; the first call does, too. */
  open(): void;
  /** Connects anew at once: subscriptions complete and are to be started again by whoever wants them. */
  reopen(): void;
  close(): void;
  /** Asks an open socket for a sign of life, and gives it up where none comes soon. */
  probe(): void;
  /** The server answered: waits begin small again. */
  settle(): void;
}

/** So many times in a row the socket has to fail, while the server answers requests, before streams are taken instead. */
const failsBeforeStreams = 3;
/** While streams are used, the socket is tried again after so many milliseconds: 60 s on average, spread. */
const socketAgainMs = { least: 45_000, spread: 30_000 };
/** Signed out and forbidden: not the network's fault. */
const refusalCodes: readonly (number | undefined)[] = [4401, 4403];

export function createTransport(options: TransportOptions): Transport {
  const { mode, EventSource = globalThis.EventSource } = options;
  let kind: TransportKind = mode === "sse" ? "sse" : "socket";
  let http: Http | undefined;
  let fails = 0;
  let hasAnswered = false;
  let isLooking = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const socket = createSocket({
    ...options,
    onOpen() {
      if (kind === "sse") change("socket");
      carrier.go();
    },
    onLost(loss) {
      if (kind === "sse") {
        socket.close();
        return trySocketLater();
      }
      if (hasAnswered || refusalCodes.includes(loss.code)) fails = 0;
      else fails += 1;
      hasAnswered = false;
      options.onLost(loss);
      if (fails === 1 || fails >= failsBeforeStreams) void look();
    },
  });

  const carrier = createCarrier({
    way() {
      if (kind === "socket") return socket.isOpen ? { link: socket.link, isStreams: false } : null;
      return http === undefined ? null : { link: http.link, isStreams: true };
    },
    onWait: open,
    onLost: options.onLost,
  });

  /** Apart from the rest, since few need it. Rejects where it cannot be loaded: the network is away. */
  const loadHttp = async (): Promise<Http> => {
    const { createHttp } = await import("./http.ts");
    http ??= createHttp({ ...options, EventSource });
    return http;
  };

  const requests: TRPCLink<ChatRouter> = () => (call) =>
    observable((observer) => {
      let running: Unsubscribable | undefined;
      let isOver = false;
      loadHttp().then(
        ({ link }) => {
          if (!isOver) running = link(call).subscribe(observer);
        },
        (error: Error) => observer.error(TRPCClientError.from(error)),
      );
      return () => {
        isOver = true;
        running?.unsubscribe();
      };
    });

  /** What the browser does not tell of a socket that it could not open: whether the network, the session or only the socket is to blame. */
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    const seen = await loadHttp().then(
      (loaded) => loaded.look(),
      () => "away",
    );
    isLooking = false;
    if (isClosed || kind !== "socket" || socket.isOpen) return;
    if (seen === "signed-out") options.onRefused();
    else if (seen === "forbidden") {
      fails = 0;
      options.onForbidden();
    } else if (seen === "signed-in" && fails >= failsBeforeStreams && mode === "auto" && EventSource !== undefined) change("sse");
  };

  const change = (next: TransportKind) => {
    kind = next;
    fails = 0;
    clearTimeout(timer);
    if (next === "sse") {
      socket.close();
      trySocketLater();
      carrier.go();
    } else carrier.endStreams();
    options.onSwitch(next);
  };

  const trySocketLater = () => {
    clearTimeout(timer);
    if (mode !== "auto" || isClosed) return;
    timer = setTimeout(() => socket.open(), socketAgainMs.least + Math.random() * socketAgainMs.spread);
  };

  const openStreams = async () => {
    try {
      await loadHttp();
      carrier.go();
    } catch {
      options.onLost({ failed: true, code: undefined });
      clearTimeout(timer);
      if (!isClosed) timer = setTimeout(() => void openStreams(), backoff(3));
    }
  };

  function open(): void {
    isClosed = false;
    if (kind === "socket") socket.open();
    else if (http === undefined) void openStreams();
  }

  return {
    link: carrier.link,
    requests,
    open,
    reopen() {
      isClosed = false;
      options.tokens?.forget();
      if (kind === "socket") return socket.reopen();
      carrier.endStreams();
      if (mode === "auto") socket.open();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      socket.close();
      carrier.endStreams();
    },
    probe: socket.probe,
    settle() {
      fails = 0;
      hasAnswered = true;
      socket.settle();
    },
  };
}
