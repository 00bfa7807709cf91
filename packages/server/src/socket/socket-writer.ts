import type { Duplex } from "node:stream";
import { counters } from "../metrics/counters.ts";
import { SharedChunks } from "./shared-chunks.ts";

/** Bytes that may wait for one reader before its socket is closed. It resumes by version, so nothing is lost and nothing is kept. */
const maxWaiting = 1024 * 1024;
/** Bytes that may wait before what catches up is asked to pause. */
const calm = 64 * 1024;

let dirty: SocketWriter[] = [];
const chunks = new SharedChunks();

function flushAll(): void {
  const writers = dirty;
  dirty = [];
  for (const writer of writers) writer.flush();
  chunks.clear();
}

/**
 * Gathers the frames of one socket and writes them once a loop turn, across all channels: free when idle, and under load one system call
 * carries many events.
 */
export class SocketWriter {
  readonly #socket: Duplex;
  readonly #owner: { onTooSlow(): void };
  #frames: Buffer[] | null = null;
  #bytes = 0;
  #drain: Promise<void> | null = null;

  constructor(socket: Duplex, owner: { onTooSlow(): void }) {
    this.#socket = socket;
    this.#owner = owner;
  }

  send(frame: Buffer): void {
    if (this.#socket.destroyed) return;
    // What waits is measured before the frame: one that is large by itself, such as a page of long messages, says nothing of its reader.
    if (this.queuedBytes > maxWaiting) {
      this.#drop();
      counters.tooSlow += 1;
      this.#owner.onTooSlow();
      return;
    }
    if (this.#frames !== null) this.#frames.push(frame);
    else {
      this.#frames = [frame];
      if (dirty.length === 0) setImmediate(flushAll);
      dirty.push(this);
    }
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
    if (frames === null || this.#socket.destroyed) return;
    const bytes = this.#bytes;
    counters.writes += 1;
    counters.bytes += bytes;
    this.#drop();
    this.#socket.write(chunks.join(frames, bytes));
  }

  /** Resolves once little waits for the reader, or the socket is gone. */
  async drained(): Promise<void> {
    this.flush();
    if (!this.#socket.destroyed && this.#socket.writableLength > calm) await (this.#drain ??= this.#untilDrained());
  }

  #untilDrained(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#socket.off("drain", wake).off("close", wake);
        this.#drain = null;
        resolve();
      };
      this.#socket.on("drain", wake).on("close", wake);
    });
  }

  #drop(): void {
    this.#frames = null;
    this.#bytes = 0;
  }
}
