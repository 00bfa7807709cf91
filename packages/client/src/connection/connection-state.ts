import type { ErrorReason, SiteLimits } from "@chat/contract";

/** `connecting` until the first answer and just after a loss; `offline` once an attempt failed or the browser says so. */
export type ConnectionStatus = "connecting" | "online" | "offline";

/** What carries the chat: a WebSocket, or server-sent events and requests where the network lets none through. */
export type TransportKind = "socket" | "sse";

/** `auto`: the WebSocket, and server-sent events while it cannot be opened. */
export type TransportMode = "auto" | TransportKind;

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Milliseconds since 1970 at which the status began. */
  readonly since: number;
  /** Why it stays offline, where waiting does not help: UNAUTHENTICATED; or FORBIDDEN, where the server does not let this page in. */
  readonly reason: ErrorReason | null;
  readonly transport: TransportKind;
  /** The server is of another version, and the page has to be loaded again for its newer client. */
  readonly reload: boolean;
  /** What the server can do, by name, once it said so. */
  readonly capabilities: readonly string[];
  /** Where the site allows less than the contract's limits; empty where it does not. */
  readonly limits: SiteLimits;
  /** The history that the cache belongs to, once the server named it. */
  readonly epoch: string | null;
}

export const noLimits: SiteLimits = {};

export const firstConnection: ConnectionState = {
  status: "connecting",
  since: 0,
  reason: null,
  transport: "socket",
  reload: false,
  capabilities: [],
  limits: noLimits,
  epoch: null,
};
