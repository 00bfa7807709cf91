import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { Heartbeat, type HeartbeatTiming } from "./heartbeat.ts";
import { ChatSocket, SocketConnection, type SocketServer } from "./socket-connection.ts";
import { Strangers, type StrangerRules } from "./strangers.ts";

/** Bytes of one frame from a client, which may hold a thousand calls (docs/decisions/2026-11-24-frame-size.md); more closes with 1009. */
const maxFrameBytes = 1024 * 1024;

const path = "/api/trpc";

type OtherUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface SocketOptions extends Pick<SocketServer, "services" | "router" | "entrance"> {
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
      heartbeat.stop();
      const open = [...services.hub.connections];
      const gone = open.flatMap((connection) => (connection instanceof SocketConnection ? [connection.untilClosed()] : []));
      for (const connection of open) connection.close(1012, "restarting");
      await Promise.all(gone);
      strangers.stop();
    },
  };
}

function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(stream: Duplex, status: string): void {
  // Else one that never closes its side would stay for ever.
  stream.once("finish", () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
