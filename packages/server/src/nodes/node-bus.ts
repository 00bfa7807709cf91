import { randomUUID } from "node:crypto";
import type { Logger } from "../logger.ts";
import type { Bus, BusListener, BusMessage } from "../realtime/bus.ts";
import { Peer } from "./peer.ts";
import { splitByTopic } from "./split-by-topic.ts";
import type { NodeTiming } from "./timing.ts";
import type { Transport } from "./transport.ts";

/** What travels: a numbered message, a beat with the last number given, or a farewell. `at` is the sender's clock. */
type Envelope = { node: string } & (
  | { n: number; at: number; message: BusMessage }
  | { beat: number; last: number }
  | { bye: true }
);

/** What may have been missed: `lost` a message of any kind, `silent` what a node did that could not tell of it. */
export type Miss = "lost" | "silent";

export interface NodeBusOptions {
  readonly transport: Transport;
  readonly timing: NodeTiming;
  readonly log: Logger;
}

/** A dead connection is made anew so often at most, in milliseconds. */
const renewMs = 5_000;

/**
 * The bus of several nodes. On this node a message arrives at once; to the others it travels once a node. Each node numbers what it publishes
 * and beats with its last number, and hears its own beats: so a lost message, a silent node and a dead connection are all noticed, and told to
 * `onMiss`, whose repair makes them harmless.
 */
export class NodeBus implements Bus {
  readonly node = randomUUID();
  readonly #options: NodeBusOptions;
  /** How texts of this node's own begin. */
  readonly #own = `{"node":"${this.node}",`;
  readonly #listeners = new Set<BusListener>();
  readonly #peers = new Map<string, Peer>();
  readonly #timer: NodeJS.Timeout;
  #onMiss: (miss: Miss) => void = () => undefined;
  #settling: NodeJS.Timeout | null = null;
  #number = 0;
  #beat = 0;
  #echo = 0;
  #beatAt = -Infinity;
  #tickAt = -Infinity;
  #polledAt = -Infinity;
  #comparedAt = performance.now();
  #renewedAt = -Infinity;
  #isLive = false;

  constructor(options: NodeBusOptions) {
    this.#options = options;
    options.transport.listen({ onText: (text) => this.#receive(text), onUp: () => this.#sendBeat(performance.now()) });
    this.#timer = setInterval(() => this.#tick(performance.now()), options.timing.beatMs / 2);
    this.#timer.unref();
  }

  /** True while this node hears itself over the bus. */
  get isLive(): boolean {
    return this.#isLive;
  }

  publish(message: BusMessage): void {
    this.#deliver(message, this.node);
    for (const [topic, part] of splitByTopic(message)) {
      this.#number += 1;
      // While nobody hears it, the number alone tells the others later that they missed something.
      if (this.#isLive) this.#send(topic, { node: this.node, n: this.#number, at: Date.now(), message: part });
    }
  }

  subscribe(listener: BusListener): void {
    this.#listeners.add(listener);
  }

  onMiss(listener: (miss: Miss) => void): void {
    this.#onMiss = listener;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#send(0, { node: this.node, bye: true });
    await this.#options.transport.close();
  }

  #send(topic: number, envelope: Envelope): void {
    this.#options.transport.send(topic, JSON.stringify(envelope));
  }

  #deliver(message: BusMessage, from: string): void {
    for (const listener of this.#listeners) listener(message, from);
  }

  #sendBeat(now: number): void {
    this.#beat += 1;
    this.#beatAt = now;
    this.#send(0, { node: this.node, beat: this.#beat, last: this.#number });
  }

  #receive(text: string): void {
    if (text.startsWith(this.#own)) return this.#hearSelf(text);
    let envelope: Envelope;
    try {
      envelope = JSON.parse(text) as Envelope;
    } catch (error) {
      this.#options.log.warn({ err: error }, "a message of another node could not be read");
      return;
    }
    if ("bye" in envelope) {
      this.#peers.delete(envelope.node);
      return;
    }
    const peer = this.#peerOf(envelope.node);
    if ("beat" in envelope) peer.noteLast(envelope.last);
    else if (peer.take(envelope.n)) this.#deliver(envelope.message, envelope.node);
    if (peer.isBehind) this.#settling ??= setTimeout(() => this.#settle(), this.#options.timing.settleMs);
  }

  #peerOf(node: string): Peer {
    let peer = this.#peers.get(node);
    if (peer === undefined) this.#peers.set(node, (peer = new Peer(performance.now())));
    peer.heardAt = performance.now();
    return peer;
  }

  #hearSelf(text: string): void {
    const beat = /^"beat":(\d+)/.exec(text.slice(this.#own.length, this.#own.length + 30));
    if (beat === null) return;
    this.#echo = Math.max(this.#echo, Number(beat[1]));
    if (this.#isLive || this.#echo < this.#beat) return;
    this.#isLive = true;
    this.#options.log.info({ node: this.node }, "the nodes' bus is here");
    this.#miss("lost");
  }

  /** A number did not come: it was not only late. */
  #settle(): void {
    this.#settling = null;
    const behind = [...this.#peers.values()].filter((peer) => peer.isBehind);
    for (const peer of behind) peer.settle();
    if (behind.length > 0) this.#miss("lost");
  }

  #tick(now: number): void {
    const { beatMs, pollMs, safetyMs, forgetMs } = this.#options.timing;
    // A process that was frozen has not read yet what came meanwhile, and judges nobody.
    const wasFrozen = now - this.#tickAt > beatMs;
    this.#tickAt = now;
    const isUnheard = this.#echo < this.#beat && now - this.#beatAt > beatMs * 0.4;
    if (isUnheard && !wasFrozen) this.#loseBus(now);
    let isSilent = !this.#isLive;
    for (const [node, { heardAt }] of this.#peers) {
      if (now - heardAt > forgetMs) this.#peers.delete(node);
      else if (!wasFrozen && now - heardAt > 2 * beatMs) isSilent = true;
    }
    if (now - this.#beatAt >= beatMs * 0.9) this.#sendBeat(now);
    if ((isSilent && now - this.#polledAt >= pollMs * 0.9) || now - this.#comparedAt >= safetyMs) {
      this.#polledAt = now;
      this.#miss("silent");
    }
  }

  #miss(miss: Miss): void {
    this.#comparedAt = performance.now();
    this.#onMiss(miss);
  }

  #loseBus(now: number): void {
    if (this.#isLive) this.#options.log.warn({ node: this.node }, "the nodes' bus is away: heads are compared instead");
    this.#isLive = false;
    if (now - this.#renewedAt < renewMs) return;
    this.#renewedAt = now;
    this.#options.transport.renew();
  }
}
