import type { ErrorReason } from "@chat/contract";

/** `connecting` until the first answer and just after a loss; `offline` once an attempt failed or the browser says so. */
export type ConnectionStatus = "connecting" | "online" | "offline";

export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Milliseconds since 1970 at which the status began. */
  readonly since: number;
  /** Why it stays offline, where waiting does not help: UNAUTHENTICATED. */
  readonly reason: ErrorReason | null;
  /** The history that the cache belongs to, once the server named it. */
  readonly epoch: string | null;
}

export const firstConnection: ConnectionState = { status: "connecting", since: 0, reason: null, epoch: null };
