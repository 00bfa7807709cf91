import type { ChatRouter } from "@chat/server";
import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { TransportKind } from "./connection-state.ts";
import { createHttp } from "./http.ts";
import { createSocket } from "./socket.ts";
import type { Tokens } from "./tokens.ts";

/** `auto`: the WebSocket, and server-sent events while it cannot be opened. */
export type TransportMode = "auto" | TransportKind;

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
  onSwitch(kind: TransportKind): void;
}

/** What carries calls and subscriptions. Those made while nothing is open wait until something is. */
export interface Transport {
  link: TRPCLink<ChatRouter>;
  /** Begins to connect; the first call does, too. */
  open(): void;
  /** Connects anew at once: subscriptions complete and are to be started again by whoever wants them. */
  reopen(): void;
  close(): void;
  /** The server answered: waits begin small again. */
  settle(): void;
}

/** So many times in a row the socket has to fail, while the server answers requests, before streams are taken instead. */
const failsBeforeStreams = 3;
/** While streams are used, the socket is tried again after so many milliseconds: 60 s on average, spread. */
const socketAgainMs = { least: 45_000, spread: 30_000 };
/** Signed out and forbidden: not the network's fault. */
const refusalCodes: readonly (number | undefined)[] = [4401, 4403];

/** Of the streams, this one says whether the server is reached. */
const inboxPath = "live.inbox";

export function createTransport(options: TransportOptions): Transport {
  const { mode } = options;
  const http = createHttp(options);
  const socket = createSocket({ ...options, onOpen: opened, onLost: lost });
  const canStream = http.streams !== null;
  let kind: TransportKind = mode === "sse" ? "sse" : "socket";
  /** Calls that wait for an open socket. */
  const held = new Set<() => void>();
  /** How to end each stream, so that it is begun anew. */
  const streams = new Set<() => void>();
  let fails = 0;
  let hasAnswered = false;
  let isLooking = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function opened(): void {
    if (kind === "sse") change("socket");
    for (const run of held) run();
  }

  function lost(loss: { failed: boolean; code: number | undefined }): void {
    if (kind === "sse") {
      socket.close();
      trySocketLater();
      return;
    }
    if (hasAnswered || refusalCodes.includes(loss.code)) fails = 0;
    else fails += 1;
    hasAnswered = false;
    options.onLost(loss);
    if (fails === 1 || fails >= failsBeforeStreams) void look();
  }

  /** What the browser does not tell of a socket that it could not open: whether the network, the session or only the socket is to blame. */
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const seen = await http.look();
    isLooking = false;
    if (isClosed || kind !== "socket" || socket.isOpen) return;
    if (seen === "signed-out") options.onRefused();
    else if (seen === "signed-in" && fails >= failsBeforeStreams && mode === "auto" && canStream) change("sse");
  }

  function change(next: TransportKind): void {
    kind = next;
    fails = 0;
    clearTimeout(timer);
    if (next === "sse") {
      socket.close();
      trySocketLater();
      for (const run of held) run();
    } else endStreams();
    options.onSwitch(next);
  }

  function trySocketLater(): void {
    clearTimeout(timer);
    if (mode === "auto" && !isClosed) timer = setTimeout(() => socket.open(), socketAgainMs.least + Math.random() * socketAgainMs.spread);
  }

  function endStreams(): void {
    for (const end of streams) end();
  }

  const link: TRPCLink<ChatRouter> = () => (call) =>
    observable((observer) => {
      let running: Unsubscribable | undefined;
      const end = () => {
        streams.delete(end);
        running?.unsubscribe();
        observer.complete();
      };
      const run = () => {
        held.delete(run);
        if (kind === "socket") running = socket.link(call).subscribe(observer);
        else if (call.op.type !== "subscription") running = http.calls(call).subscribe(observer);
        else if (http.streams !== null) {
          streams.add(end);
          const onEnd = call.op.path === inboxPath ? (failed: boolean) => options.onLost({ failed, code: undefined }) : () => {};
          running = http.streams(call).subscribe({
            ...observer,
            complete() {
              onEnd(false);
              observer.complete();
            },
            error(error) {
              onEnd(true);
              observer.error(error);
            },
          });
        }
      };
      if (kind === "sse" || socket.isOpen) run();
      else {
        held.add(run);
        if (kind === "socket") socket.open();
      }
      return () => {
        held.delete(run);
        streams.delete(end);
        running?.unsubscribe();
      };
    });

  return {
    link,
    open() {
      isClosed = false;
      if (kind === "socket") socket.open();
      else trySocketLater();
    },
    reopen() {
      isClosed = false;
      options.tokens?.forget();
      if (kind === "socket") return socket.reopen();
      endStreams();
      if (mode === "auto") socket.open();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      socket.close();
      endStreams();
    },
    settle() {
      fails = 0;
      hasAnswered = true;
      socket.settle();
    },
  };
}
