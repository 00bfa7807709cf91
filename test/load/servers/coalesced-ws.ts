import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Publish } from "./serve.ts";

/** The limit of what can be done: frames that are the same for all, built once, and one write a socket and loop turn past the library. */
export function serveCoalesced(http: Server): Publish {
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const sockets = new Set<Duplex>();
  http.on("upgrade", (req, socket, head) => {
    wss.handleUpgrade(req, socket, head, () => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
  });
  let frames: Buffer[] = [];
  const flush = () => {
    const bytes = Buffer.concat(frames);
    frames = [];
    for (const socket of sockets) socket.write(bytes);
  };
  return (events) => {
    if (frames.length === 0) setImmediate(flush);
    for (const event of events) frames.push(frameOf(JSON.stringify(event)));
  };
}

function frameOf(text: string): Buffer {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 126, body.length >> 8, body.length & 255]), body]);
}
