import type { Connection } from "./realtime/connection.ts";
import type { Services } from "./services.ts";

/** Who calls, and by which proof. */
export interface Caller {
  readonly userId: string;
  readonly issuer: string;
  readonly role: "user" | "moderator" | "admin";
  readonly via: "session" | "token";
  /** The better-auth session; null for a token. */
  readonly sessionId: string | null;
  /** When the proof ends, as milliseconds since 1970. */
  readonly expiresAt: number;
  /** Channel keys that a host's token opens by `channel.ensure`. */
  readonly rooms: readonly string[];
}

/** What a procedure sees of a call, whatever brought it: HTTP, socket, server component or test. */
export interface Context {
  readonly services: Services;
  readonly caller: Caller | null;
  /** Who calls where that is somebody banned everywhere: they may see why, and appeal. Missing where nobody is asked, as on sockets. */
  readonly bannedCaller?: () => Promise<Caller | null>;
  /** The socket that the call came over; null for HTTP and direct calls. */
  readonly connection: Connection | null;
  readonly requestId: string;
  readonly ip: string | null;
}
