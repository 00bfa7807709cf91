import type { Caller } from "../context.ts";
import type { WriteTurns } from "./write-turns.ts";

/** One open socket, as the hub and the procedures see it. */
export interface Connection {
  readonly id: string;
  /** Null until proved; a renewed token replaces it. */
  caller: Caller | null;
  readonly ip: string | null;
  /** True for an event stream over HTTP. */
  readonly isStream: boolean;
  /** Channels with a live subscription on this socket: their events do not also go to its inbox. */
  readonly openChannels: Set<string>;
  /** Keeps this connection's writes in the order in which they came. */
  readonly turns: WriteTurns;
  /** Live subscriptions now. */
  subscriptions: number;
  /** Set once the server closes it: what the client still sends counts no more. */
  ended: boolean;
  /** Bytes that wait for its reader. */
  queuedBytes(): number;
  /** Closes the socket: 1012 restart, 4008 too slow, 4401 signed out, 4403 forbidden. */
  close(code: number, reason: string): void;
}
