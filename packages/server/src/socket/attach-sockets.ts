import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { WebSocketServer } from "ws";
import type { Bus } from "../realtime/bus.ts";
import type { Connection } from "../realtime/connection.ts";
import { Heartbeat, type HeartbeatTiming } from "./heartbeat.ts";
import { ChatSocket, SocketConnection, type SocketServer } from "./socket-connection.ts";
import { Strangers, type StrangerRules } from "./strangers.ts";

/** Bytes of one frame from a client, which may hold a thousand calls (docs/decisions/2026-11-24-frame-size.md); more closes with 1009. */
const maxFrameBytes = 1024 * 1024;

const path = "/api/trpc";

type OtherUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Where other nodes stay, one connection after the other is closed, so long apart; all within the longest. In milliseconds. */
const movePaceMs = 16;
const longestMoveMs = 8_000;

export interface SocketOptions extends Pick<SocketServer, "services" | "router" | "entrance"> {
  readonly bus: Pick<Bus, "hasCompany">;
  readonly heartbeat?: Partial<HeartbeatTiming> | undefined;
  readonly strangerRules: StrangerRules;
}

export interface Sockets {
  attach(server: Server, otherUpgrade?: OtherUpgrade): void;
  /**
   * Takes no more sockets, closes every one with 1012, and cuts those that do not answer. Where other nodes stay it sends people on to them one by
   * one, within some seconds: so they are away for a moment, and do not arrive all at once.
   */
  close(): Promise<void>;
}

/** Takes the upgrade requests of /api/trpc, and carries tRPC's wire protocol over sockets of our own. */
export function createSockets({ services, entrance, router, bus, heartbeat: timing, strangerRules }: SocketOptions): Sockets {
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
    WebSocket: ChatSocket,
  });
  const heartbeat = new Heartbeat(timing);
  const strangers = new Strangers(strangerRules);
  const server: SocketServer = { services, router, entrance, heartbeat, strangers };
  let closing = false;

  /** Answers why a request to open a socket is refused, as an HTTP status. */
  function refusalOf(req: IncomingMessage): string | null {
    const { origin } = req.headers;
    if (closing) return "503 Service Unavailable";
    if (origin !== undefined && !entrance.origins.isAllowed(origin, "token")) return "403 Forbidden";
    if (strangers.isFull(entrance.clientIp(req))) return "429 Too Many Requests\r\nRetry-After: 5";
    return null;
  }

  function open(req: IncomingMessage, stream: Duplex, head: Buffer): void {
    const refusal = refusalOf(req);
    if (refusal !== null) return refuse(stream, refusal);
    wss.handleUpgrade(req, stream, head, (socket) => {
      new SocketConnection(server, socket, stream, req).enter();
      // The library listens itself from here on.
      stream.off("error", destroy);
    });
  }

  return {
    attach(http, otherUpgrade) {
      http.on("upgrade", (req, stream, head) => {
        // Node leaves a socket that it hands over without a listener, and one that is reset would end the process.
        stream.on("error", destroy);
        // An address of another host is for proxies, which nothing behind this is.
        if (req.url?.startsWith("/") !== true) refuse(stream, "400 Bad Request");
        else if (req.url.split("?", 1)[0] === path) open(req, stream, head);
        else if (otherUpgrade === undefined) refuse(stream, "404 Not Found");
        else otherUpgrade(req, stream, head);
      });
    },
    async close() {
      closing = true;
      const { connections } = services.hub;
      if (bus.hasCompany) await moveOn(connections);
      heartbeat.stop();
      const gone = [...connections].map(async (connection) => {
        connection.close(1012, "restarting");
        if (connection instanceof SocketConnection) await connection.untilClosed();
      });
      await Promise.all(gone);
      strangers.stop();
    },
  };
}

/** Closes all connections evenly spread. The client knows the reason: it comes back without the long wait that follows a restart. */
async function moveOn(connections: ReadonlySet<Connection>): Promise<void> {
  const paceMs = Math.min(movePaceMs, longestMoveMs / connections.size);
  const start = performance.now();
  let closed = 0;
  for (const connection of connections) {
    const early = start + closed * paceMs - performance.now();
    // Timers are no finer than this; who is due is closed together.
    if (early >= 1) await setTimeout(early);
    connection.close(1012, "moved");
    closed += 1;
  }
}

function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(stream: Duplex, status: string): void {
  // Else one that never closes its side would stay for ever.
  stream.once("finish", () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
