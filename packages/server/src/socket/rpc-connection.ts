import { randomUUID } from "node:crypto";
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown, TRPCError, type AnyRouter } from "@trpc/server";
import { ChatError } from "../chat-error.ts";
import type { Context } from "../context.ts";
import type { Connection } from "../realtime/connection.ts";
import { isLiveSource, type LiveSource } from "../realtime/live-source.ts";
import { maxSubscriptions } from "../realtime/take-subscription.ts";
import type { Services } from "../services.ts";
import type { RequestId } from "./event-frame.ts";
import { jsonFrame } from "./frame.ts";
import { isAsyncIterable, iterate } from "./iterate.ts";
import { inputOf, readCalls, type Call, type StartCall } from "./read-frame.ts";
import { SocketSink } from "./socket-sink.ts";
import type { SocketWriter } from "./socket-writer.ts";

/** Calls in one frame: a reconnect brings all subscriptions at once, and a bot may pipeline. */
const maxCalls = maxSubscriptions + 1_000;

interface RpcOptions {
  readonly services: Services;
  readonly router: AnyRouter;
  readonly connection: Connection;
  readonly writer: SocketWriter;
}

/**
 * tRPC's wire protocol on one socket: the stock client cannot tell it from the stock server. A live procedure's subscription is handed to the
 * hub instead of being iterated. Limits count calls, not frames: what exceeds one is answered RATE_LIMITED by itself, and the socket stays.
 */
export class RpcConnection {
  readonly writer: SocketWriter;
  readonly #options: RpcOptions;
  readonly #subscriptions = new Map<RequestId, SocketSink>();

  constructor(options: RpcOptions) {
    this.#options = options;
    this.writer = options.writer;
  }

  readonly idOf = (version: number): string => this.#options.services.epoch.idOf(version);

  /** Runs the calls of a frame, in order of entry; each is answered when it is done. */
  receive(text: string): void {
    const read = readCalls(text);
    if (!read.ok) {
      this.#sendError(null, read.error, undefined);
      return;
    }
    for (const [index, call] of read.calls.entries()) {
      if (call.method === "subscription.stop") this.#stop(call.id);
      else if (index >= maxCalls) this.#sendError(call.id, new ChatError("RATE_LIMITED", { retryAfterMs: 1_000 }), call);
      else void this.#run(call);
    }
  }

  fail(requestId: RequestId, error: TRPCError): void {
    this.#subscriptions.delete(requestId);
    this.#sendError(requestId, error, undefined);
  }

  close(): void {
    for (const sink of this.#subscriptions.values()) sink.close();
    this.#subscriptions.clear();
  }

  async #run(call: StartCall): Promise<void> {
    try {
      const result: unknown = await this.#call(call);
      if (call.method !== "subscription") this.#send(call, { type: "data", data: result });
      else if (isLiveSource(result)) await this.#open(call, result);
      else if (isAsyncIterable(result)) this.#iterate(call, result);
      else throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: `${call.params.path} is no live procedure.` });
    } catch (cause) {
      this.#sendError(call.id, getTRPCErrorFromUnknown(cause), call);
    }
  }

  #call(call: StartCall): Promise<unknown> {
    const { services, router, connection } = this.#options;
    const ctx: Context = { services, caller: connection.caller, connection, requestId: randomUUID(), ip: connection.ip };
    const { path } = call.params;
    return callTRPCProcedure({
      router,
      path,
      getRawInput: () => Promise.resolve(inputOf(call)),
      ctx,
      type: call.method,
      signal: undefined,
      batchIndex: 0,
    });
  }

  #start(call: StartCall): SocketSink {
    if (this.#subscriptions.has(call.id))
      throw new TRPCError({ code: "BAD_REQUEST", message: `There is a request ${call.id} already.` });
    const sink = new SocketSink(this, call.id);
    this.#subscriptions.set(call.id, sink);
    this.#send(call, { type: "started" });
    return sink;
  }

  #iterate(call: StartCall, iterable: AsyncIterable<unknown>): void {
    const sink = this.#start(call);
    const onEnd = (error: unknown) => {
      if (error === null) this.#stop(call.id);
      else sink.end(getTRPCErrorFromUnknown(error));
    };
    sink.stop = iterate(iterable, { writer: this.writer, requestId: call.id, onEnd });
  }

  async #open(call: StartCall, source: LiveSource<object, unknown>): Promise<void> {
    const sink = this.#start(call);
    try {
      const stop = await source.open(sink);
      if (sink.closed) stop();
      else sink.stop = stop;
    } catch (cause) {
      sink.end(getTRPCErrorFromUnknown(cause));
    }
  }

  #stop(requestId: RequestId): void {
    const sink = this.#subscriptions.get(requestId);
    if (sink === undefined) return;
    sink.close();
    this.#subscriptions.delete(requestId);
    this.writer.send(jsonFrame({ id: requestId, result: { type: "stopped" } }));
  }

  #send({ id, jsonrpc }: StartCall, result: object): void {
    this.writer.send(jsonFrame({ id, ...(jsonrpc && { jsonrpc }), result }));
  }

  #sendError(id: RequestId | null, error: TRPCError, call: Call | undefined): void {
    const { router, services, connection } = this.#options;
    const path = call !== undefined && "params" in call ? call.params.path : undefined;
    const ctx: Context = { services, caller: connection.caller, connection, requestId: randomUUID(), ip: connection.ip };
    const type = call === undefined || call.method === "subscription.stop" ? "unknown" : call.method;
    const shape: unknown = getErrorShape({ config: router._def._config, error, type, path, input: undefined, ctx });
    this.writer.send(
      jsonFrame({ id, ...(call !== undefined && "jsonrpc" in call && call.jsonrpc && { jsonrpc: call.jsonrpc }), error: shape }),
    );
  }
}
