import { Peer } from "./peer.ts";

/** The other nodes, as far as this one hears them. */
export class Peers {
  readonly #peers = new Map<string, Peer>();

  get size(): number {
    return this.#peers.size;
  }

  /** True where a node said a word within so long. */
  isAnyHeard(now: number, withinMs: number): boolean {
    return this.#peers.values().some(({ heardAt }) => now - heardAt <= withinMs);
  }

  /** A word of a node came. */
  hear(node: string, now: number): Peer {
    let peer = this.#peers.get(node);
    if (peer === undefined) this.#peers.set(node, (peer = new Peer(now)));
    peer.heardAt = now;
    return peer;
  }

  /** It said farewell. */
  dismiss(node: string): void {
    this.#peers.delete(node);
  }

  /** Gives up all numbers that are missing; true if there were any. */
  settle(): boolean {
    const behind = [...this.#peers.values()].filter((peer) => peer.isBehind);
    for (const peer of behind) peer.settle();
    return behind.length > 0;
  }

  /** True where a node has been silent for so long; one that was silent for `forgetMs` counts no more. */
  isAnySilent(now: number, silentMs: number, forgetMs: number): boolean {
    let isSilent = false;
    for (const [node, { heardAt }] of this.#peers) {
      if (now - heardAt > forgetMs) this.#peers.delete(node);
      else isSilent ||= now - heardAt > silentMs;
    }
    return isSilent;
  }
}
