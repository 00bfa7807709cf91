import type { IncomingMessage, ServerResponse } from "node:http";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ChatError } from "../chat-error.ts";
import type { Caller, Context } from "../context.ts";
import { Connection } from "../realtime/connection.ts";
import { isDatabaseAway } from "../realtime/database-errors.ts";
import { redeemTicket } from "../sessions/ticket.ts";
import { sendJson } from "./send.ts";
import type { TrpcOptions } from "./serve-trpc.ts";

/** Event streams that one person may hold on this node: HTTP/1.1 gives a browser six connections to a site, for all its tabs. */
const maxStreams = 12;

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly path: string;
  readonly requestId: string;
}

/**
 * A live procedure as server-sent events, for networks that let no WebSocket through: by a one-use ticket in the URL. The stream stands among the
 * node's connections, so that a sign-out, a ban or a lost right ends it as it ends a socket.
 */
export async function serveStream(
  { services, entrance, router }: TrpcOptions,
  { req, res, path, requestId }: Exchange,
): Promise<void> {
  const ticket = new URLSearchParams((req.url ?? "").split("?")[1]).get("ticket");
  let caller: Caller | null;
  try {
    caller = ticket === null ? null : await redeemTicket(services.db, ticket);
  } catch (error) {
    if (isDatabaseAway(error)) return refuse(res, requestId, new ChatError("UNAVAILABLE", { cause: error }));
    throw error;
  }
  // Nobody hears the close of a response that is closed already: what began now would never end.
  if (res.destroyed) return;
  if (caller === null)
    return refuse(
      res,
      requestId,
      new ChatError("UNAUTHENTICATED", { message: "An event stream takes a one-use ticket: session.ticket." }),
    );
  if (countStreams(services.hub.connections, caller.userId) >= maxStreams)
    return refuse(res, requestId, new ChatError("RATE_LIMITED", { retryAfterMs: 10_000 }));
  const connection = new StreamConnection(res, caller, entrance.clientIp(req));
  services.hub.connections.add(connection);
  services.presence.connected(caller.userId);
  res.once("close", () => {
    connection.ended = true;
    services.hub.connections.delete(connection);
    services.presence.disconnected(caller.userId);
  });
  // A proxy that gathers the stream would hold back what is live.
  res.setHeader("x-accel-buffering", "no");
  const createContext = (): Promise<Context> => Promise.resolve({ services, caller, connection, requestId, ip: connection.ip });
  await nodeHTTPRequestHandler({ router, req, res, path, createContext });
}

class StreamConnection extends Connection {
  readonly isStream = true;
  readonly #res: ServerResponse;

  constructor(res: ServerResponse, caller: Caller, ip: string | null) {
    super(ip);
    this.#res = res;
    this.caller = caller;
  }

  queuedBytes(): number {
    return this.#res.writableLength;
  }

  close(): void {
    this.ended = true;
    this.#res.destroy();
  }
}

function countStreams(connections: Iterable<Connection>, userId: string): number {
  let count = 0;
  for (const { caller, isStream } of connections) if (isStream && caller?.userId === userId) count += 1;
  return count;
}

function refuse(res: ServerResponse, requestId: string, error: ChatError): void {
  const httpStatus = getHTTPStatusCodeFromError(error);
  const { code, reason, message, retryAfterMs } = error;
  const data = { code, httpStatus, reason, requestId, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  sendJson(res, httpStatus, { error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } });
}
