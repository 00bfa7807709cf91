import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { AnyRouter } from "@trpc/server";
import { getWSConnectionHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer, type WebSocket } from "ws";
import { resolveCaller } from "../auth/resolve-caller.ts";
import type { Caller, Context } from "../context.ts";
import type { Connection } from "../realtime/connection.ts";
import type { Services } from "../services.ts";
import type { Entrance } from "./entrance.ts";
import { headersOf } from "./send.ts";

/** Bytes of one frame from a client, which may hold a thousand calls (docs/decisions/2026-11-24-frame-size.md); more closes with 1009. */
const maxFrameBytes = 1024 * 1024;
/** A socket that proves nobody is closed after so long, which also paces clients that reconnect at once. */
const anonymousMs = 10_000;
/** How long a closing socket may take before it is cut, in milliseconds. */
const cutMs = 2_000;

const path = "/api/trpc";

type OtherUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface SocketOptions {
  readonly services: Services;
  readonly router: AnyRouter;
  readonly entrance: Entrance;
}

export interface Sockets {
  attach(server: Server, otherUpgrade?: OtherUpgrade): void;
  /** Closes every socket with 1012, and cuts those that do not answer. */
  close(): Promise<void>;
}

/** Takes the upgrade requests of /api/trpc and carries tRPC's wire protocol over them by the stock adapter. */
export function createSockets({ services, entrance, router }: SocketOptions): Sockets {
  const wss = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  const connections = new WeakMap<WebSocket, Connection>();
  let closing = false;

  const onConnection = getWSConnectionHandler({
    wss,
    router,
    keepAlive: { enabled: true, pingMs: 25_000, pongWaitMs: 8_000 },
    async createContext({ req, res, info }): Promise<Context> {
      const token = info.connectionParams?.["token"];
      const caller = await resolveCaller(entrance, { headers: headersOf(req), token, mayChange: true });
      const connection = connections.get(res) ?? open(res, req);
      prove(connection, caller, res);
      return { services, caller, connection, requestId: randomUUID(), ip: connection.ip };
    },
    onError({ error, path: procedure }) {
      services.log.debug({ path: procedure, code: error.code }, "socket call refused");
    },
  });

  function open(socket: WebSocket, req: IncomingMessage): Connection {
    const connection: Connection = {
      id: randomUUID(),
      caller: null,
      ip: entrance.clientIp(req),
      openChannels: new Set(),
      subscriptions: 0,
      ended: false,
      close(code, reason) {
        connection.ended = true;
        closeSocket(socket, code, reason);
      },
    };
    connections.set(socket, connection);
    services.hub.connections.add(connection);
    const anonymous = setTimeout(() => {
      if (connection.caller === null) closeSocket(socket, 4401, "not signed in");
    }, anonymousMs);
    socket.on("close", () => {
      clearTimeout(anonymous);
      services.hub.connections.delete(connection);
      if (connection.caller !== null) services.presence.disconnected(connection.caller.userId);
    });
    socket.on("error", (error) => services.log.debug({ err: error }, "socket error"));
    return connection;
  }

  function prove(connection: Connection, caller: Caller | null, socket: WebSocket): void {
    if (caller === null || connection.caller !== null || socket.readyState !== socket.OPEN) return;
    connection.caller = caller;
    services.presence.connected(caller.userId);
  }

  wss.on("connection", (socket: WebSocket, req: IncomingMessage) => {
    open(socket, req);
    void onConnection(socket, req);
  });

  return {
    attach(server, otherUpgrade) {
      server.on("upgrade", (req, socket, head) => {
        if (new URL(req.url ?? "/", "http://localhost").pathname !== path) {
          if (otherUpgrade === undefined) refuse(socket, "404 Not Found");
          else otherUpgrade(req, socket, head);
        } else if (closing) refuse(socket, "503 Service Unavailable");
        else if (req.headers.origin !== undefined && !entrance.origins.isAllowed(req.headers.origin, "token")) refuse(socket, "403 Forbidden");
        else wss.handleUpgrade(req, socket, head, (ws) => wss.emit("connection", ws, req));
      });
    },
    async close() {
      closing = true;
      const open = [...wss.clients];
      for (const socket of open) closeSocket(socket, 1012, "restarting");
      await Promise.all(open.map(untilClosed));
    },
  };
}

function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), cutMs).unref();
}

function untilClosed(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
