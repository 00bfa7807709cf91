import type { Server } from "node:http";
import { WebSocketServer } from "ws";
import type { Publish } from "./serve.ts";

/** A bare `ws` server in which everybody hears everything; each event is encoded for each anew. */
export function serveEach(http: Server): Publish {
  const { clients } = open(http);
  return (events) => {
    for (const event of events) for (const client of clients) client.send(JSON.stringify(event));
  };
}

/** The same, but each event is encoded once. */
export function serveOnce(http: Server): Publish {
  const { clients } = open(http);
  return (events) => {
    for (const event of events) {
      const bytes = Buffer.from(JSON.stringify(event));
      for (const client of clients) client.send(bytes, { binary: false });
    }
  };
}

function open(http: Server): WebSocketServer {
  return new WebSocketServer({ server: http, perMessageDeflate: false });
}
