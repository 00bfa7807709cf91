import { randomUUID } from "node:crypto";
import type { Logger } from "../logger.ts";
import { counters } from "../metrics/counters.ts";
import type { Bus, BusListener, BusMessage } from "../realtime/bus.ts";
import { Peers } from "./peers.ts";
import { Pulse } from "./pulse.ts";
import { splitByTopic } from "./split-by-topic.ts";
import type { NodeTiming } from "./timing.ts";
import type { Transport } from "./transport.ts";

/** What travels: a numbered message with the sender's time, a beat with the last number given, or a farewell. */
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
  readonly #peers = new Peers();
  readonly #pulse: Pulse;
  readonly #timer: NodeJS.Timeout;
  #onMiss: (miss: Miss) => void = () => undefined;
  #settling: NodeJS.Timeout | null = null;
  #number = 0;
  #tickAt = -Infinity;
  #comparedAt = performance.now();
  #renewedAt = -Infinity;

  constructor(options: NodeBusOptions) {
    const { transport, timing } = options;
    this.#options = options;
    this.#pulse = new Pulse(timing.beatMs);
    transport.listen({ onText: (text) => this.#receive(text), onUp: () => this.#sendBeat(performance.now()) });
    this.#timer = setInterval(() => this.#tick(performance.now()), timing.beatMs / 2);
    this.#timer.unref();
  }

  get isLive(): boolean {
    return this.#pulse.isLive;
  }

  get otherNodes(): number {
    return this.#peers.size;
  }

  get hasCompany(): boolean {
    return this.#pulse.isLive && this.#peers.isAnyHeard(performance.now(), 2 * this.#options.timing.beatMs);
  }

  publish(message: BusMessage): void {
    this.#deliver(message, this.node);
    for (const [topic, part] of splitByTopic(message)) {
      this.#number += 1;
      // While nobody hears it, the number alone tells the others later that they missed something.
      if (this.#pulse.isLive) this.#send(topic, { node: this.node, n: this.#number, at: Date.now(), message: part });
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

  #sendBeat(now: number): void {
    this.#send(0, { node: this.node, beat: this.#pulse.next(now), last: this.#number });
  }

  #deliver(message: BusMessage, from: string): void {
    for (const listener of this.#listeners) listener(message, from);
  }

  #receive(text: string): void {
    if (text.startsWith(this.#own)) return this.#hearSelf(text);
    // Another version's node may tell what this one does not understand.
    try {
      this.#hear(JSON.parse(text) as Envelope);
    } catch (error) {
      this.#options.log.warn({ err: error }, "a message of another node could not be taken");
    }
  }

  #hear(envelope: Envelope): void {
    if ("bye" in envelope) return this.#peers.dismiss(envelope.node);
    const peer = this.#peers.hear(envelope.node, performance.now());
    if ("beat" in envelope) peer.noteLast(envelope.last);
    const message = "message" in envelope && peer.take(envelope.n) ? envelope.message : null;
    if (peer.isBehind) this.#settling ??= setTimeout(() => this.#settle(), this.#options.timing.settleMs);
    if (message === null) return;
    counters.heard += 1;
    this.#deliver(message, envelope.node);
  }

  #hearSelf(text: string): void {
    const beat = /^"beat":(\d+)/.exec(text.slice(this.#own.length, this.#own.length + 30));
    if (beat === null || !this.#pulse.hear(Number(beat[1]))) return;
    this.#options.log.info({ node: this.node }, "the nodes' bus is here");
    this.#miss("lost");
  }

  /** A number did not come: it was not only late. */
  #settle(): void {
    this.#settling = null;
    if (this.#peers.settle()) this.#miss("lost");
  }

  #tick(now: number): void {
    const { beatMs, pollMs, safetyMs, forgetMs } = this.#options.timing;
    // A process that was frozen has not read yet what came meanwhile, and judges nobody.
    const wasFrozen = now - this.#tickAt > beatMs;
    this.#tickAt = now;
    if (!wasFrozen) this.#checkPulse(now);
    const isSilent = !this.#pulse.isLive || (!wasFrozen && this.#peers.isAnySilent(now, 1.75 * beatMs, forgetMs));
    if (this.#pulse.isDue(now)) this.#sendBeat(now);
    if (now - this.#comparedAt >= (isSilent ? pollMs * 0.9 : safetyMs)) this.#miss("silent");
  }

  #checkPulse(now: number): void {
    const wasLive = this.#pulse.isLive;
    if (!this.#pulse.isLost(now)) return;
    if (wasLive) {
      counters.busLosses += 1;
      this.#options.log.warn({ node: this.node }, "the nodes' bus is away: heads are compared instead");
    }
    if (now - this.#renewedAt < renewMs) return;
    this.#renewedAt = now;
    this.#options.transport.renew();
  }

  #miss(miss: Miss): void {
    this.#comparedAt = performance.now();
    this.#onMiss(miss);
  }
}
