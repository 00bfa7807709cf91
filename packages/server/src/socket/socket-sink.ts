import type { TRPCError } from "@trpc/server";
import { counters } from "../metrics/counters.ts";
import type { LiveSink } from "../realtime/live-source.ts";
import { frameOf, prefixOf } from "./event-frame.ts";
import type { StartCall } from "./read-frame.ts";
import type { SocketWriter } from "./socket-writer.ts";

interface SinkOwner {
  readonly writer: SocketWriter;
  idOf(version: number): string;
  /** Tells the client the error, and forgets the subscription. */
  fail(call: StartCall, error: TRPCError): void;
}

/** One live subscription on one socket: the hub pushes, nothing iterates. */
export class SocketSink implements LiveSink<object> {
  closed = false;
  /** Set once it is live: takes it out of the hub. */
  stop: (() => void) | null = null;
  readonly call: StartCall;
  readonly prefix: string;
  readonly #owner: SinkOwner;

  constructor(owner: SinkOwner, call: StartCall) {
    this.#owner = owner;
    this.call = call;
    this.prefix = prefixOf(call);
  }

  push(version: number | null, event: object): void {
    if (this.closed) return;
    counters.deliveries += 1;
    this.#owner.writer.send(frameOf(event, version, this.#owner.idOf).to(this.prefix));
  }

  get isCrowded(): boolean {
    return this.#owner.writer.isCrowded;
  }

  drained(): Promise<void> {
    return this.#owner.writer.drained();
  }

  end(error: TRPCError): void {
    if (this.closed) return;
    this.close();
    this.#owner.fail(this.call, error);
  }

  /** Stops it; what still catches up sees `closed` and stops by itself. */
  close(): void {
    this.closed = true;
    this.stop?.();
    this.stop = null;
  }
}
