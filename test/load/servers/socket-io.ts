import type { Server } from "node:http";
import { Server as SocketIo } from "socket.io";
import type { Publish } from "./serve.ts";

/** Socket.IO 4 with one room. */
export function serveSocketIo(http: Server): Publish {
  const io = new SocketIo(http, { transports: ["websocket"], perMessageDeflate: false });
  io.on("connection", (socket) => void socket.join("room"));
  return (events) => {
    for (const event of events) io.to("room").emit("message", event);
  };
}
