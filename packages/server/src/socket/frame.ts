/** First byte of a final text frame (RFC 6455 §5.2). */
const finalText = 0x81;

/**
 * A whole text frame from the server: unmasked, in one piece. The payload is `prefix` (ASCII only, so that its length is its bytes) followed by
 * `body`, copied once into the frame.
 */
export function textFrame(prefix: string, body: Uint8Array): Buffer {
  const size = prefix.length + body.length;
  const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + size);
  frame[0] = finalText;
  if (head === 2) frame[1] = size;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(size, 6);
  }
  frame.write(prefix, head, "latin1");
  frame.set(body, head + prefix.length);
  return frame;
}

const nothing = new Uint8Array(0);

/** A frame of a value of its own, such as the answer to one call. */
export function jsonFrame(value: unknown): Buffer {
  return textFrame("", Buffer.from(JSON.stringify(value)));
}

export const pingFrame = textFrame("PING", nothing);
export const pongFrame = textFrame("PONG", nothing);
