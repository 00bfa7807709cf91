import { randomUUID } from "node:crypto";
import { callTRPCProcedure, getErrorShape, getTRPCErrorFromUnknown, TRPCError, type AnyRouter } from "@trpc/server";
import { isObservable, observableToAsyncIterable } from "@trpc/server/observable";
import { ChatError } from "../chat-error.ts";
import type { Context } from "../context.ts";
import type { Connection } from "../realtime/connection.ts";
import { isLiveSource, type LiveSource } from "../realtime/live-source.ts";
import { isDatabaseAway } from "../realtime/database-errors.ts";
import type { Services } from "../services.ts";
import type { EventIds, RequestId } from "./event-frame.ts";
import { jsonFrame } from "./frame.ts";
import { isAsyncIterable, iterate } from "./iterate.ts";
import { inputOf, readCalls, type Call, type StartCall } from "./read-frame.ts";
import { SocketSink, type Answerable } from "./socket-sink.ts";
import type { SocketWriter } from "./socket-writer.ts";

/** Live subscriptions that one socket may hold. */
const maxSubscriptions = 100;
/** Calls in one frame: a reconnect brings all subscriptions at once, and a bot may pipeline. */
const maxCalls = maxSubscriptions + 1_000;

const none: readonly SocketSink[] = [];

/** A subscription whose call is under way: nothing is sent for it yet. */
interface Starting {
  readonly id: RequestId;
  readonly ending: AbortController;
}

const nothing: readonly Starting[] = [];

/** What all sockets of a server share. */
export interface RpcServer {
  readonly services: Services;
  readonly router: AnyRouter;
}

/**
 * tRPC's wire protocol on one socket: the stock client cannot tell it from the stock server. A live procedure's subscription is handed to the
 * hub instead of being iterated. Limits count calls, not frames: what exceeds one is answered RATE_LIMITED by itself, and the socket stays.
 */
export class RpcConnection {
  readonly writer: SocketWriter;
  readonly #server: RpcServer;
  readonly #connection: Connection;
  #sinks = none;
  #starting = nothing;

  constructor(server: RpcServer, connection: Connection, writer: SocketWriter) {
    this.#server = server;
    this.#connection = connection;
    this.writer = writer;
  }

  get eventIds(): EventIds {
    return this.#server.services.epoch;
  }

  /** Runs the calls of a frame, in order of entry; each is answered when it is done. */
  receive(text: string): void {
    const read = readCalls(text);
    if (!read.ok) this.#sendError(null, read.error);
    else for (const [index, call] of read.calls.entries()) this.#begin(call, index);
  }

  fail(sink: SocketSink, error: TRPCError): void {
    this.#forget(sink);
    this.#sendError(sink, error, "subscription");
    this.#send(sink, { type: "stopped" });
  }

  close(): void {
    const sinks = this.#sinks;
    this.#sinks = none;
    for (const sink of sinks) sink.close();
  }

  #begin(call: Call, index: number): void {
    const { id } = call;
    if (id === null) this.#refuse(call, new TRPCError({ code: "PARSE_ERROR", message: "`id` is required" }));
    else if (call.method === "subscription.stop") this.#stop(id);
    else if (index >= maxCalls) this.#refuse(call, new ChatError("RATE_LIMITED", { retryAfterMs: 1_000 }));
    else void this.#run({ ...call, id }, index);
  }

  async #run(call: StartCall, batchIndex: number): Promise<void> {
    const ending = call.method === "subscription" ? new AbortController() : undefined;
    if (ending !== undefined) this.#starting = this.#starting.concat({ id: call.id, ending });
    try {
      const result: unknown = await this.#call(call, batchIndex, ending?.signal);
      // Whoever left meanwhile must not be listened for, nor what was stopped before it began.
      if (this.#connection.ended || ending?.signal.aborted) return;
      if (ending === undefined) this.#answer(call, result);
      else if (isLiveSource(result)) await this.#open(call, result);
      else this.#iterate(call, result, ending);
    } catch (cause) {
      if (ending?.signal.aborted) return;
      if (call.method === "subscription" && isAway(cause)) this.#restart();
      else this.#refuse(call, getTRPCErrorFromUnknown(cause));
    } finally {
      if (ending !== undefined) this.#starting = this.#starting.filter((other) => other.ending !== ending);
    }
  }

  /** An error ends a subscription for good, so it is told only of what is gone. What may be had later closes the socket, and is resumed. */
  #restart(): void {
    this.#connection.close(1012, "try again");
  }

  #call(call: StartCall, batchIndex: number, signal: AbortSignal | undefined): Promise<unknown> {
    const { path } = call.params;
    const getRawInput = () => Promise.resolve(inputOf(call));
    const { router } = this.#server;
    return callTRPCProcedure({ router, path, getRawInput, ctx: this.#context(), type: call.method, signal, batchIndex });
  }

  #answer(call: StartCall, result: unknown): void {
    if (isAsyncIterable(result) || isObservable(result)) {
      const message = `Cannot return an async iterable or observable from a ${call.method} procedure with WebSockets`;
      throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE", message });
    }
    this.#send(call, { type: "data", data: result });
  }

  #start({ id, jsonrpc, params: { path } }: StartCall): SocketSink {
    if (this.#sinks.some((sink) => sink.id === id)) throw new TRPCError({ code: "BAD_REQUEST", message: `Duplicate id ${id}` });
    if (this.#sinks.length >= maxSubscriptions) {
      const message = `A connection holds at most ${maxSubscriptions} live subscriptions.`;
      throw new ChatError("RATE_LIMITED", { message });
    }
    const sink = new SocketSink(this, { id, jsonrpc, path });
    this.#sinks = this.#sinks.concat(sink);
    this.#send(sink, { type: "started" });
    return sink;
  }

  /** What an operator's own procedure returned, one item at a time. `ending` tells the procedure that nobody reads any more. */
  #iterate(call: StartCall, result: unknown, ending: AbortController): void {
    const iterable = isObservable(result) ? observableToAsyncIterable(result, ending.signal) : result;
    if (!isAsyncIterable(iterable)) {
      const message = `Subscription ${call.params.path} did not return an observable or a AsyncGenerator`;
      throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message });
    }
    const sink = this.#start(call);
    const onEnd = (error: unknown) => {
      if (error === null) this.#stop(call.id);
      else sink.end(getTRPCErrorFromUnknown(error));
    };
    sink.carry(iterate(iterable, { writer: this.writer, prefix: sink.prefix, ending, onEnd }));
  }

  async #open(call: StartCall, source: LiveSource<object, unknown>): Promise<void> {
    const sink = this.#start(call);
    try {
      sink.carry(await source.open(sink));
    } catch (cause) {
      if (isAway(cause)) this.#restart();
      else sink.end(getTRPCErrorFromUnknown(cause));
    }
  }

  #stop(requestId: RequestId): void {
    for (const { id, ending } of this.#starting) if (id === requestId) ending.abort();
    const sink = this.#sinks.find(({ id }) => id === requestId);
    if (sink === undefined) return;
    sink.close();
    this.#forget(sink);
    this.#send(sink, { type: "stopped" });
  }

  #forget(sink: SocketSink): void {
    this.#sinks = this.#sinks.filter((other) => other !== sink);
  }

  #send({ id, jsonrpc }: Pick<Answerable, "id" | "jsonrpc">, result: object): void {
    this.writer.send(jsonFrame({ id, jsonrpc, result }));
  }

  #refuse(call: Call, error: TRPCError): void {
    const { id, jsonrpc } = call;
    if (id === null || call.method === "subscription.stop") this.#sendError({ id, jsonrpc }, error);
    else this.#sendError({ id, jsonrpc, path: call.params.path }, error, call.method);
  }

  /** `to` is null where the frame was no call. */
  #sendError(
    to: { id: RequestId | null; jsonrpc?: "2.0" | undefined; path?: string } | null,
    error: TRPCError,
    type: StartCall["method"] | "unknown" = "unknown",
  ): void {
    const config = this.#server.router._def._config;
    const shape: unknown = getErrorShape({ config, error, type, path: to?.path, input: undefined, ctx: this.#context() });
    this.writer.send(jsonFrame({ id: to?.id ?? null, jsonrpc: to?.jsonrpc, error: shape }));
  }

  #context(): Context {
    const connection = this.#connection;
    return { services: this.#server.services, caller: connection.caller, connection, requestId: randomUUID(), ip: connection.ip };
  }
}

function isAway(error: unknown): boolean {
  return error instanceof ChatError ? error.reason === "UNAVAILABLE" : isDatabaseAway(error);
}
