import { randomUUID } from "node:crypto";
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown, TRPCError, type AnyRouter } from "@trpc/server";
import { isObservable, observableToAsyncIterable } from "@trpc/server/observable";
import { ChatError } from "../chat-error.ts";
import type { Context } from "../context.ts";
import type { Connection } from "../realtime/connection.ts";
import { isLiveSource, type LiveSource } from "../realtime/live-source.ts";
import { maxSubscriptions, takeSubscription } from "../realtime/take-subscription.ts";
import { isDatabaseAway } from "../realtime/database-errors.ts";
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
    if (!read.ok) this.#sendError(null, read.error);
    else for (const [index, call] of read.calls.entries()) this.#begin(call, index);
  }

  fail(call: StartCall, error: TRPCError): void {
    this.#subscriptions.delete(call.id);
    this.#sendError(call, error);
    this.#send(call, { type: "stopped" });
  }

  close(): void {
    for (const sink of this.#subscriptions.values()) sink.close();
    this.#subscriptions.clear();
  }

  #begin(call: Call, index: number): void {
    const { id } = call;
    if (id === null) this.#sendError(call, new TRPCError({ code: "PARSE_ERROR", message: "`id` is required" }));
    else if (call.method === "subscription.stop") this.#stop(id);
    else if (index >= maxCalls) this.#sendError(call, new ChatError("RATE_LIMITED", { retryAfterMs: 1_000 }));
    else void this.#run({ ...call, id }, index);
  }

  async #run(call: StartCall, batchIndex: number): Promise<void> {
    const ending = call.method === "subscription" ? new AbortController() : undefined;
    try {
      const result: unknown = await this.#call(call, batchIndex, ending?.signal);
      // Whoever left meanwhile must not be listened for.
      if (this.#options.connection.ended) return;
      if (ending === undefined) this.#answer(call, result);
      else if (isLiveSource(result)) await this.#open(call, result);
      else this.#iterate(call, result, ending);
    } catch (cause) {
      if (call.method === "subscription" && isAway(cause)) this.#restart();
      else this.#sendError(call, getTRPCErrorFromUnknown(cause));
    }
  }

  /** An error ends a subscription for good, so it is told only of what is gone. What may be had later closes the socket, and is resumed. */
  #restart(): void {
    this.#options.connection.close(1012, "try again");
  }

  #call(call: StartCall, batchIndex: number, signal: AbortSignal | undefined): Promise<unknown> {
    const { path } = call.params;
    const getRawInput = () => Promise.resolve(inputOf(call));
    return callTRPCProcedure({
      router: this.#options.router,
      path,
      getRawInput,
      ctx: this.#context(),
      type: call.method,
      signal,
      batchIndex,
    });
  }

  #answer(call: StartCall, result: unknown): void {
    if (isAsyncIterable(result) || isObservable(result)) {
      const message = `Cannot return an async iterable or observable from a ${call.method} procedure with WebSockets`;
      throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE", message });
    }
    this.#send(call, { type: "data", data: result });
  }

  #start(call: StartCall): SocketSink {
    if (this.#subscriptions.has(call.id)) throw new TRPCError({ code: "BAD_REQUEST", message: `Duplicate id ${call.id}` });
    const sink = new SocketSink(this, call);
    this.#subscriptions.set(call.id, sink);
    this.#send(call, { type: "started" });
    return sink;
  }

  /** What an operator's own procedure returned, one item at a time. `ending` tells the procedure that nobody reads any more. */
  #iterate(call: StartCall, result: unknown, ending: AbortController): void {
    const iterable = isObservable(result) ? observableToAsyncIterable(result, ending.signal) : result;
    if (!isAsyncIterable(iterable)) {
      const message = `Subscription ${call.params.path} did not return an observable or a AsyncGenerator`;
      throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message });
    }
    const release = takeSubscription(this.#options.connection);
    try {
      const sink = this.#start(call);
      const onEnd = (error: unknown) => {
        if (error === null) this.#stop(call.id);
        else sink.end(getTRPCErrorFromUnknown(error));
      };
      const stop = iterate(iterable, { writer: this.writer, prefix: sink.prefix, onEnd });
      sink.stop = () => {
        release();
        ending.abort();
        stop();
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  async #open(call: StartCall, source: LiveSource<object, unknown>): Promise<void> {
    const sink = this.#start(call);
    try {
      const stop = await source.open(sink);
      if (sink.closed) stop();
      else sink.stop = stop;
    } catch (cause) {
      if (isAway(cause)) this.#restart();
      else sink.end(getTRPCErrorFromUnknown(cause));
    }
  }

  #stop(requestId: RequestId): void {
    const sink = this.#subscriptions.get(requestId);
    if (sink === undefined) return;
    sink.close();
    this.#subscriptions.delete(requestId);
    this.#send(sink.call, { type: "stopped" });
  }

  #send({ id, jsonrpc }: StartCall, result: object): void {
    this.writer.send(jsonFrame({ id, jsonrpc, result }));
  }

  /** `call` is null where the frame was none. */
  #sendError(call: Call | null, error: TRPCError): void {
    const named = call === null || call.id === null || call.method === "subscription.stop" ? null : call;
    const shape: unknown = getErrorShape({
      config: this.#options.router._def._config,
      error,
      type: named?.method ?? "unknown",
      path: named?.params.path,
      input: undefined,
      ctx: this.#context(),
    });
    this.writer.send(jsonFrame({ id: call?.id ?? null, jsonrpc: call?.jsonrpc, error: shape }));
  }

  #context(): Context {
    const { services, connection } = this.#options;
    return { services, caller: connection.caller, connection, requestId: randomUUID(), ip: connection.ip };
  }
}

function isAway(error: unknown): boolean {
  return error instanceof ChatError ? error.reason === "UNAVAILABLE" : isDatabaseAway(error);
}
