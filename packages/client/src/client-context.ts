import type { ChatCalls } from "./chat-calls.ts";
import type { ReadMarker } from "./channels/mark-read.ts";
import type { ChatStore } from "./cache/store.ts";
import type { Connection } from "./connection/connection.ts";
import type { OpenChannels } from "./live/open-channels.ts";
import type { Outbox } from "./outbox/outbox.ts";

/** What a verb works with. Untyped in the product's own fields, which only the outer types know. */
export interface ClientContext {
  readonly trpc: ChatCalls;
  /** The same by requests, which are answered where nothing else is open to the caller. */
  readonly requests: ChatCalls;
  readonly store: ChatStore;
  readonly connection: Connection;
  readonly open: OpenChannels;
  readonly outbox: Outbox;
  readonly reads: ReadMarker;
}
