import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { AnyRouter } from "@trpc/server";
import { WebSocketServer, type WebSocket } from "ws";
import { resolveCaller } from "../auth/resolve-caller.ts";
import type { Connection } from "../realtime/connection.ts";
import { WriteTurns } from "../realtime/write-turns.ts";
import type { Services } from "../services.ts";
import type { Entrance } from "../http/entrance.ts";
import { headersOf } from "../http/send.ts";
import { addressBucket } from "../limits/address-bucket.ts";
import { pingFrame, pongFrame } from "./frame.ts";
import { Heartbeat, type Beating, type HeartbeatTiming } from "./heartbeat.ts";
import { readConnectionToken } from "./read-frame.ts";
import { RpcConnection } from "./rpc-connection.ts";
import { SocketWriter } from "./socket-writer.ts";
import { Strangers, type StrangerRules } from "./strangers.ts";

/** Bytes of one frame from a client, which may hold a thousand calls (docs/decisions/2026-11-24-frame-size.md); more closes with 1009. */
const maxFrameBytes = 1024 * 1024;
/** How long a closing socket may take before it is cut, in milliseconds. */
const cutMs = 2_000;

const path = "/api/trpc";

type OtherUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface SocketOptions {
  readonly services: Services;
  readonly router: AnyRouter;
  readonly entrance: Entrance;
  readonly heartbeat?: Partial<HeartbeatTiming> | undefined;
  readonly strangerRules: StrangerRules;
}

export interface Sockets {
  attach(server: Server, otherUpgrade?: OtherUpgrade): void;
  /** Closes every socket with 1012, and cuts those that do not answer. */
  close(): Promise<void>;
}

/** Takes the upgrade requests of /api/trpc, and carries tRPC's wire protocol over sockets of our own. */
export function createSockets({ services, entrance, router, heartbeat: timing, strangerRules }: SocketOptions): Sockets {
  const wss = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false, clientTracking: true });
  const heartbeat = new Heartbeat(timing);
  const strangers = new Strangers(strangerRules);
  let closing = false;

  function open(ws: WebSocket, req: IncomingMessage, socket: Duplex): void {
    // What the upgrade request brought is let go once it is proved: held by each idle socket, it would weigh as much as the socket.
    let headers: Headers | null = headersOf(req);
    const writer = new SocketWriter(socket, () => connection.close(4008, "too slow"));
    const connection: Connection = {
      id: randomUUID(),
      caller: null,
      ip: entrance.clientIp(req),
      isStream: false,
      openChannels: new Set(),
      turns: new WriteTurns(),
      subscriptions: 0,
      ended: false,
      queuedBytes: () => writer.queuedBytes,
      close(code, reason) {
        connection.ended = true;
        rpc.close();
        writer.flush();
        closeSocket(ws, code, reason);
      },
    };
    const rpc = new RpcConnection({ services, router, connection, writer });
    const beating: Beating = {
      heardAt: Date.now(),
      ping: () => writer.send(pingFrame),
      giveUp: () => {
        connection.close(4009, "no sign of life");
        ws.terminate();
      },
    };
    services.hub.connections.add(connection);
    heartbeat.add(beating);
    const forgetStranger = strangers.enter(connection.ip);
    const waitForProof = () => setTimeout(() => connection.close(4401, "not signed in"), strangerRules.proofMs);
    let anonymous = waitForProof();

    async function prove(token: string | null): Promise<void> {
      // What is sent meanwhile waits at the sender, not here.
      ws.pause();
      // How long the database takes for it, as when thousands come back at once, is not theirs to answer for: 4401 would sign them out.
      clearTimeout(anonymous);
      try {
        const proof = { headers: headers ?? new Headers(), token, mayChange: true };
        headers = null;
        const caller = await resolveCaller(entrance, proof);
        if (connection.ended || ws.readyState !== ws.OPEN) return;
        if (caller === null) {
          anonymous = waitForProof();
          return await limitStrangers();
        }
        connection.caller = caller;
        forgetStranger();
        services.presence.connected(caller.userId);
      } catch (error) {
        services.log.warn({ err: error }, "a socket could not be proved");
        connection.close(1012, "try again");
      } finally {
        ws.resume();
      }
    }

    /** An address with too many sockets that prove nobody keeps none of them waiting for a proof. */
    async function limitStrangers(): Promise<void> {
      const waitMs = await services.limits.take("connect", addressBucket(connection.ip));
      if (waitMs > 0) connection.close(4401, "too many strangers");
    }

    let proved: Promise<void> | null = withParams(req) ? null : prove(null);
    ws.on("message", (data: Buffer, isBinary) => {
      beating.heardAt = Date.now();
      const text = isBinary ? "" : data.toString();
      if (text === "PONG" || connection.ended) return;
      if (text === "PING") writer.send(pongFrame);
      else if (proved === null) proved = prove(readConnectionToken(text));
      else if (connection.caller !== null) rpc.receive(text);
      else void proved.then(() => rpc.receive(text));
    });
    ws.on("close", () => {
      clearTimeout(anonymous);
      forgetStranger();
      heartbeat.delete(beating);
      rpc.close();
      services.hub.connections.delete(connection);
      if (connection.caller !== null) services.presence.disconnected(connection.caller.userId);
      connection.ended = true;
    });
    ws.on("error", (error) => services.log.debug({ err: error }, "socket error"));
  }

  return {
    attach(server, otherUpgrade) {
      server.on("upgrade", (req, socket, head) => {
        // Node leaves a socket that it hands over without a listener, and one that is reset would end the process.
        socket.on("error", () => socket.destroy());
        // An address of another host is for proxies, which nothing behind this is.
        if (req.url?.startsWith("/") !== true) refuse(socket, "400 Bad Request");
        else if (pathOf(req) !== path) {
          if (otherUpgrade === undefined) refuse(socket, "404 Not Found");
          else otherUpgrade(req, socket, head);
        } else if (closing) refuse(socket, "503 Service Unavailable");
        else if (req.headers.origin !== undefined && !entrance.origins.isAllowed(req.headers.origin, "token"))
          refuse(socket, "403 Forbidden");
        else if (strangers.isFull(entrance.clientIp(req))) refuse(socket, "429 Too Many Requests\r\nRetry-After: 5");
        else wss.handleUpgrade(req, socket, head, (ws) => open(ws, req, socket));
      });
    },
    async close() {
      closing = true;
      heartbeat.stop();
      const sockets = [...wss.clients];
      for (const connection of services.hub.connections) connection.close(1012, "restarting");
      await Promise.all(sockets.map(untilClosed));
    },
  };
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "").split("?", 1)[0] ?? "";
}

function withParams(req: IncomingMessage): boolean {
  return new URLSearchParams((req.url ?? "").split("?")[1]).get("connectionParams") === "1";
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
  // Else one that never closes its side would stay for ever.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
