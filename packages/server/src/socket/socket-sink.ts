import type { TRPCError } from "@trpc/server";
import { counters } from "../metrics/counters.ts";
import type { Live, LiveSink } from "../realtime/live-source.ts";
import { frameOf, prefixOf, type EventIds, type RequestId } from "./event-frame.ts";
import type { SocketWriter } from "./socket-writer.ts";

interface SinkOwner {
  readonly writer: SocketWriter;
  readonly eventIds: EventIds;
  /** Tells the client the error, and forgets the subscription. */
  fail(sink: SocketSink, error: TRPCError): void;
}

/** What of a call must be known to answer it. */
export interface Answerable {
  readonly id: RequestId;
  readonly jsonrpc?: "2.0" | undefined;
  readonly path: string;
}

/** One live subscription on one socket: the hub pushes, nothing iterates. */
export class SocketSink implements LiveSink<object>, Answerable {
  readonly id: RequestId;
  readonly jsonrpc: "2.0" | undefined;
  readonly path: string;
  readonly prefix: string;
  closed = false;
  readonly #owner: SinkOwner;
  #live: Live | null = null;

  constructor(owner: SinkOwner, { id, jsonrpc, path }: Answerable) {
    this.#owner = owner;
    this.id = id;
    this.jsonrpc = jsonrpc;
    this.path = path;
    this.prefix = prefixOf(id, jsonrpc);
  }

  push(version: number | null, event: object): void {
    if (this.closed) return;
    counters.deliveries += 1;
    this.#owner.writer.send(frameOf(event, version, this.#owner.eventIds).to(this.prefix));
  }

  get isCrowded(): boolean {
    return this.#owner.writer.isCrowded;
  }

  drained(): Promise<void> {
    return this.#owner.writer.drained();
  }

  /** What it carries from now on; stopped at once where nobody reads any more. */
  carry(live: Live): void {
    if (this.closed) live.stop();
    else this.#live = live;
  }

  end(error: TRPCError): void {
    if (this.closed) return;
    this.close();
    this.#owner.fail(this, error);
  }

  /** Stops it; what still catches up sees `closed` and stops by itself. */
  close(): void {
    this.closed = true;
    this.#live?.stop();
    this.#live = null;
  }
}
