import type { ChatStore } from "../cache/store.ts";
import { slices } from "../cache/slices.ts";
import type { ConnectionStatus } from "./connection-state.ts";
import type { Transport } from "./transport.ts";
import { watchBrowser } from "./watch-browser.ts";

/** Signed out, or the token ran out. */
const unauthenticatedCode = 4401;

/** Whether the server is reached, from `start` to `close`. */
export interface Connection {
  readonly started: boolean;
  /** Ends with `close`; a new one begins with the next `start`. */
  readonly signal: AbortSignal;
  start(): void;
  close(): void;
  /** Connects at once, without waiting for the next try; while online it asks for a sign of life, and connects anew where none comes. */
  reconnect(): void;
  /** Told by the transport. */
  lost(loss: { failed: boolean; code: number | undefined }): void;
  /** Told by the inbox: the server knows who we are and answers. */
  established(): void;
  /** Told by a call or the transport: the credentials do not hold. They are asked for once more, then it stays offline. */
  unauthenticated(): void;
  /**
   * Told by the transport: the server does not let this page in, or a proxy before a server that is away says so. It is tried on, and offline
   * until it works.
   */
  forbidden(): void;
  /** Resolves while online, and where nobody started the connection; else when it is or when `signal` ends. */
  whenOnline(): Promise<void>;
  /** Resolves at once unless the credentials were refused; then when somebody reconnects or `signal` ends. */
  whenAllowed(): Promise<void>;
}

export function createConnection(store: ChatStore, transport: Transport): Connection {
  let ended = new AbortController();
  let started = false;
  let stopWatching: (() => void) | undefined;
  /** Times in a row that the credentials were refused. */
  let refusals = 0;

  const status = () => store.read(slices.connection).status;
  const turn = (next: ConnectionStatus, reason?: "UNAUTHENTICATED" | "FORBIDDEN") =>
    store.dispatch({ type: "connection.changed", status: next, now: Date.now(), ...(reason === undefined ? {} : { reason }) });

  const reconnect = () => {
    if (!started) return;
    if (status() === "online") return transport.probe();
    refusals = 0;
    turn("connecting");
    transport.reopen();
  };

  const until = (isSo: () => boolean): Promise<void> => {
    const { signal } = ended;
    return new Promise((resolve) => {
      if (isSo() || signal.aborted) return resolve();
      const look = () => {
        if (!isSo() && !signal.aborted) return;
        unsubscribe();
        signal.removeEventListener("abort", look);
        resolve();
      };
      const unsubscribe = store.subscribe(slices.connection, look);
      signal.addEventListener("abort", look);
    });
  };

  const refused = () => {
    refusals += 1;
    if (refusals < 2) return;
    transport.close();
    turn("offline", "UNAUTHENTICATED");
  };

  return {
    get started() {
      return started;
    },
    get signal() {
      return ended.signal;
    },
    start() {
      if (started) return;
      started = true;
      refusals = 0;
      if (ended.signal.aborted) ended = new AbortController();
      turn("connecting");
      stopWatching = watchBrowser({ onOnline: reconnect, onOffline: () => turn("offline") });
      transport.open();
    },
    close() {
      ended.abort();
      transport.close();
      if (!started) return;
      started = false;
      stopWatching?.();
      turn("offline");
    },
    reconnect,
    lost({ failed, code }) {
      if (!started) return;
      if (code === unauthenticatedCode) refused();
      if (store.read(slices.connection).reason === null) turn(failed ? "offline" : "connecting");
    },
    established() {
      refusals = 0;
      transport.settle();
      turn("online");
    },
    unauthenticated() {
      if (!started) return;
      refused();
      if (refusals < 2) transport.reopen();
    },
    forbidden() {
      if (started) turn("offline", "FORBIDDEN");
    },
    whenOnline: () => until(() => !started || status() === "online"),
    whenAllowed: () => until(() => store.read(slices.connection).reason !== "UNAUTHENTICATED"),
  };
}
