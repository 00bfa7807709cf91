/** Versions beyond a hole that are kept for one channel: more tell nothing more. */
const maxAhead = 100;

/**
 * How far this node has heard of channels that inboxes listen to: the version up to which none is missing. What the database has above it was
 * missed, whatever came since.
 */
export class HeadBook {
  readonly #versions = new Map<string, number>();
  readonly #ahead = new Map<string, Set<number>>();

  /** The channel is listened to from a version on; one that is known already goes on. */
  open(channelId: string, version: number): void {
    if (!this.#versions.has(channelId)) this.#versions.set(channelId, version);
  }

  close(channelId: string): void {
    this.#versions.delete(channelId);
    this.#ahead.delete(channelId);
  }

  /** A version was heard. */
  note(channelId: string, version: number): void {
    const known = this.#versions.get(channelId);
    if (known === undefined || version <= known) return;
    const ahead = this.#ahead.get(channelId);
    if (version === known + 1) this.#advance(channelId, version, ahead);
    else if (ahead === undefined) this.#ahead.set(channelId, new Set([version]));
    else if (ahead.size < maxAhead) ahead.add(version);
  }

  isBehind(channelId: string, version: number): boolean {
    const known = this.#versions.get(channelId);
    return known !== undefined && version > known;
  }

  /** What was missed up to a version was made good. */
  settle(channelId: string, version: number): void {
    if (this.isBehind(channelId, version)) this.#advance(channelId, version, this.#ahead.get(channelId));
  }

  entries(): Iterable<[channelId: string, version: number]> {
    return this.#versions;
  }

  #advance(channelId: string, version: number, ahead: Set<number> | undefined): void {
    let now = version;
    while (ahead?.delete(now + 1)) now += 1;
    this.#versions.set(channelId, now);
    for (const one of ahead ?? []) if (one <= now) ahead?.delete(one);
    if (ahead?.size === 0) this.#ahead.delete(channelId);
  }
}
