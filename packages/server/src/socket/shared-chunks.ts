interface Chunk {
  readonly frames: readonly Buffer[];
  readonly bytes: Buffer;
}

/**
 * Joins frames into what one write carries. Sockets that are sent the same frames, as those that have one channel open, share the bytes: they are
 * copied once, not once each.
 */
export class SharedChunks {
  /** The last chunk that began with a frame. */
  readonly #byFirst = new Map<Buffer, Chunk>();

  join(frames: readonly Buffer[], size: number): Buffer {
    const [first] = frames;
    if (first === undefined) throw new TypeError("There is nothing to write.");
    if (frames.length === 1) return first;
    const held = this.#byFirst.get(first);
    if (held !== undefined && areSame(held.frames, frames)) return held.bytes;
    const bytes = Buffer.concat(frames, size);
    this.#byFirst.set(first, { frames, bytes });
    return bytes;
  }

  clear(): void {
    this.#byFirst.clear();
  }
}

function areSame(these: readonly Buffer[], those: readonly Buffer[]): boolean {
  return these.length === those.length && these.every((frame, index) => frame === those[index]);
}
