import type { TRPCError } from "@trpc/server";
import { counters } from "../metrics/counters.ts";
import type { LiveSink } from "../realtime/live-source.ts";
import { frameOf, type RequestId } from "./event-frame.ts";
import type { SocketWriter } from "./socket-writer.ts";

interface SinkOwner {
  readonly writer: SocketWriter;
  idOf(version: number): string;
  /** Tells the client the error, and forgets the subscription. */
  fail(requestId: RequestId, error: TRPCError): void;
}

/** One live subscription on one socket: the hub pushes, nothing iterates. */
export class SocketSink implements LiveSink<object> {
  closed = false;
  /** Set once it is live: takes it out of the hub. */
  stop: (() => void) | null = null;
  readonly #owner: SinkOwner;
  readonly #requestId: RequestId;

  constructor(owner: SinkOwner, requestId: RequestId) {
    this.#owner = owner;
    this.#requestId = requestId;
  }

  push(version: number | null, event: object): void {
    if (this.closed) return;
    counters.deliveries += 1;
    this.#owner.writer.send(frameOf(event, version, this.#owner.idOf).to(this.#requestId));
  }

  drained(): Promise<void> {
    return this.#owner.writer.drained();
  }

  end(error: TRPCError): void {
    if (this.closed) return;
    this.close();
    this.#owner.fail(this.#requestId, error);
  }

  /** Stops it; what still catches up sees `closed` and stops by itself. */
  close(): void {
    this.closed = true;
    this.stop?.();
    this.stop = null;
  }
}
