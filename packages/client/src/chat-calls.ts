import type { ChatDefinition } from "@chat/contract";
import type { ChatProcedures } from "./chat-router.ts";

export interface CallOptions {
  signal?: AbortSignal;
}

/** What is told of a subscription. Errors are read by `chatErrorOf`. */
export interface CallObserver<T> {
  onStarted(): void;
  onData(value: T): void;
  onError(error: unknown): void;
  onStopped(): void;
  onComplete(): void;
}

export interface QueryCall<I, O> {
  query(input: I, options?: CallOptions): Promise<O>;
}
export interface MutationCall<I, O> {
  mutate(input: I, options?: CallOptions): Promise<O>;
}
export interface SubscriptionCall<I, O> {
  subscribe(input: I, options: Partial<CallObserver<O>> & CallOptions): { unsubscribe(): void };
}

type CallOf<P> = P extends { _def: { type: infer T; $types: { input: infer I; output: infer O } } }
  ? T extends "query"
    ? QueryCall<I, O>
    : T extends "mutation"
      ? MutationCall<I, O>
      : SubscriptionCall<I, O extends AsyncIterable<infer One> ? One : never>
  : never;

/**
 * Every procedure of the server by its name: `calls.message.get.query({ messageId })`. tRPC's client is one; its own type would bring the types of
 * a WebSocket server into hosts, which do not check there.
 */
export type ChatCalls<D extends ChatDefinition = ChatDefinition> = {
  readonly [Noun in keyof ChatProcedures<D>]: {
    readonly [Verb in keyof ChatProcedures<D>[Noun]]: CallOf<ChatProcedures<D>[Noun][Verb]>;
  };
};
