import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** Reads frames off a bare TCP socket and does nothing with most of them: so that the load costs little, and the same for every server. */
export interface FrameCounter {
  readonly socket: Socket;
  /** Messages seen so far. */
  events: number;
  /** Called after each. */
  onEvent: (() => void) | null;
  sendText(text: string): void;
  close(): void;
}

/** Near the begin of every server's message, whatever its envelope. */
const mark = Buffer.from('"type":"message"');

/** Upgrades a TCP connection to a WebSocket by hand (RFC 6455), and counts what comes; `onText` is handed what is no message. */
export async function openFrameCounter(
  url: string,
  onText: (text: string, counter: FrameCounter) => void,
): Promise<FrameCounter> {
  const { hostname, port, pathname, search } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.setNoDelay(true);
  socket.write(
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
  );
  const counter: FrameCounter = {
    socket,
    events: 0,
    onEvent: null,
    sendText: (text) => socket.write(maskedFrame(text)),
    close: () => socket.destroy(),
  };
  let held: Buffer = Buffer.alloc(0);
  let isOpen = false;
  const { promise: open, resolve, reject } = Promise.withResolvers<void>();
  socket.on("error", reject).on("close", () => reject(new Error("The server closed the connection.")));
  socket.on("data", (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    if (!isOpen) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!held.toString("latin1", 0, end).startsWith("HTTP/1.1 101")) return void socket.destroy();
      at = end + 4;
      isOpen = true;
      resolve();
    }
    while (held.length - at >= 2) {
      const short = (held[at + 1] ?? 0) & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (held.length - at < head) break;
      const size = short < 126 ? short : short === 126 ? held.readUInt16BE(at + 2) : held.readUInt32BE(at + 6);
      const end = at + head + size;
      if (held.length < end) break;
      const marked = size < 126 ? -1 : held.indexOf(mark, at + head);
      if (marked >= 0 && marked < end) {
        counter.events += 1;
        counter.onEvent?.();
      } else onText(held.toString("utf8", at + head, end), counter);
      at = end;
    }
    held = held.subarray(at);
  });
  await open;
  return counter;
}

function maskedFrame(text: string): Buffer {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  const head =
    body.length < 126 ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, mask, body.map((byte, index) => byte ^ (mask[index % 4] ?? 0))]);
}
