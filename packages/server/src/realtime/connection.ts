import type { Caller } from "../context.ts";
import { WriteTurns } from "./write-turns.ts";

const none: readonly string[] = [];

/**
 * One open socket or event stream, as the hub and the procedures see it. Thousands of them are idle at a time: what most never need is made
 * when it is needed.
 */
export abstract class Connection {
  /** Null until proved; a renewed token replaces it. */
  caller: Caller | null = null;
  readonly ip: string | null;
  /** Set once the server closes it: what the client still sends counts no more. */
  ended = false;
  /** True for an event stream over HTTP. */
  abstract readonly isStream: boolean;
  /** Channels by their live subscriptions, so that one may stand here twice. */
  #openChannels = none;
  #turns: WriteTurns | null = null;

  constructor(ip: string | null) {
    this.ip = ip;
  }

  /** Keeps this connection's writes in the order in which they came. */
  get turns(): WriteTurns {
    return (this.#turns ??= new WriteTurns());
  }

  /** True where a channel has a live subscription here: its events do not also go to this connection's inbox. */
  hasOpen(channelId: string): boolean {
    return this.#openChannels.includes(channelId);
  }

  /** A live subscription to a channel begins here. */
  opened(channelId: string): void {
    this.#openChannels = this.#openChannels.concat(channelId);
  }

  /** One of its subscriptions ended. */
  left(channelId: string): void {
    this.#openChannels = this.#openChannels.toSpliced(this.#openChannels.indexOf(channelId), 1);
  }

  /** Bytes that wait for its reader. */
  abstract queuedBytes(): number;
  /** Closes it: 1012 restart, 4008 too slow, 4401 signed out, 4403 forbidden. */
  abstract close(code: number, reason: string): void;
}
