import type { Duplex } from "node:stream";
import { counters } from "../metrics/counters.ts";

/** Bytes that may wait for one reader before its socket is closed. It resumes by version, so nothing is lost and nothing is kept. */
const maxWaiting = 1024 * 1024;
/** Bytes that may wait before what catches up is asked to pause. */
const calm = 64 * 1024;

let dirty: SocketWriter[] = [];

function flushAll(): void {
  const writers = dirty;
  dirty = [];
  for (const writer of writers) writer.flush();
}

/**
 * Gathers the frames of one socket and writes them once a loop turn, across all channels: free when idle, and under load one system call
 * carries many events.
 */
export class SocketWriter {
  readonly #socket: Duplex;
  readonly #onTooSlow: () => void;
  #frames: Buffer[] = [];
  #bytes = 0;
  #waiters: (() => void)[] = [];

  constructor(socket: Duplex, onTooSlow: () => void) {
    this.#socket = socket;
    this.#onTooSlow = onTooSlow;
  }

  send(frame: Buffer): void {
    if (this.#socket.destroyed) return;
    // What waits is measured before the frame: one that is large by itself, such as a page of long messages, says nothing of its reader.
    if (this.queuedBytes > maxWaiting) {
      this.#drop();
      counters.tooSlow += 1;
      this.#onTooSlow();
      return;
    }
    if (this.#frames.length === 0) {
      if (dirty.length === 0) setImmediate(flushAll);
      dirty.push(this);
    }
    this.#frames.push(frame);
    this.#bytes += frame.length;
  }

  /** True where enough waits for what can wait: what catches up should pause for `drained`. */
  get isCrowded(): boolean {
    return this.queuedBytes > calm;
  }

  /** Bytes that wait for the reader. */
  get queuedBytes(): number {
    return this.#bytes + this.#socket.writableLength;
  }

  /** Writes what is gathered now; what the WebSocket library writes itself, such as a close frame, then stands after it. */
  flush(): void {
    const frames = this.#frames;
    if (frames.length === 0 || this.#socket.destroyed) return;
    counters.writes += 1;
    counters.bytes += this.#bytes;
    this.#drop();
    this.#socket.write(frames.length === 1 ? frames[0] : Buffer.concat(frames));
  }

  /** Resolves once little waits for the reader, or the socket is gone. */
  async drained(): Promise<void> {
    this.flush();
    if (this.#socket.destroyed || this.#socket.writableLength <= calm) return;
    if (this.#waiters.length === 0) {
      const wake = () => {
        this.#socket.off("drain", wake).off("close", wake);
        for (const resolve of this.#waiters.splice(0)) resolve();
      };
      this.#socket.on("drain", wake).on("close", wake);
    }
    await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  #drop(): void {
    this.#frames = [];
    this.#bytes = 0;
  }
}
