import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** Reads frames off a bare TCP socket and does nothing with most of them: so that the load costs little, and the same for every server. */
export interface FrameCounter {
  readonly socket: Socket;
  sendText(text: string): void;
  /** Frames of at least `minBytes` seen: the events. */
  events: number;
  close(): void;
}

interface Options {
  readonly url: string;
  /** Smaller frames are greetings and pings. */
  readonly minBytes: number;
  /** Each small frame, as text. */
  onText?(text: string, counter: FrameCounter): void;
  onEvent?(counter: FrameCounter): void;
}

/** Upgrades a TCP connection to a WebSocket by hand (RFC 6455), and counts what comes. */
export async function openFrameCounter({ url, minBytes, onText, onEvent }: Options): Promise<FrameCounter> {
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
    sendText: (text) => socket.write(maskedFrame(text)),
    close: () => socket.destroy(),
  };
  let held: Buffer = Buffer.alloc(0);
  let upgraded: (() => void) | null;
  const open = new Promise<void>((resolve) => (upgraded = resolve));
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let at = 0;
    if (upgraded !== null) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      at = end + 4;
      upgraded();
      upgraded = null;
    }
    while (held.length - at >= 2) {
      const short = (held[at + 1] ?? 0) & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (held.length - at < head) break;
      const size = short < 126 ? short : short === 126 ? held.readUInt16BE(at + 2) : held.readUInt32BE(at + 6);
      if (held.length - at < head + size) break;
      if (size >= minBytes) {
        counter.events += 1;
        onEvent?.(counter);
      } else onText?.(held.toString("utf8", at + head, at + head + size), counter);
      at += head + size;
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
