import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import type { Bus, BusMessage, PresenceChannels } from "../realtime/bus.ts";
import type { Hub } from "../realtime/hub.ts";
import { Attendance } from "./attendance.ts";
import { seePeople, type PresencePlaces } from "./see-people.ts";

/** How long somebody whose last socket closed still counts as online, so that a reload is not seen, in milliseconds. */
const graceMs = 3_000;
/** After how many rolls without a word a node's people count no more. */
const silentRolls = 5;

export interface PresenceOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly hub: Hub;
  readonly log: Logger;
  /** How often nodes compare what they know of one another, in milliseconds. */
  readonly rollMs: number;
}

/**
 * Who is online: has a socket at any node. Each node tells the others of its own people's coming and going, numbered; one that missed something asks
 * for the whole. While nodes cannot hear one another, each knows its own people only. Changes are shown in direct messages and in open groups of
 * at most `limits.cursorList` members.
 */
export class PresenceTracker {
  readonly #options: PresenceOptions;
  readonly #sockets = new Map<string, number>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();
  readonly #attendance = new Attendance();
  /** Whose coming or going could not be told, since the database was away. */
  readonly #untold = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  /** How many changes this node has told. */
  #version = 0;
  /** The whole list was sent since the last roll. */
  #hasListed = false;
  /** The day (UTC) on which all who are here were written down. */
  #day = dayOf(new Date());

  constructor(options: PresenceOptions) {
    this.#options = options;
    options.bus.subscribe((message, from) => this.#receive(message, from));
    this.#timer = setInterval(() => this.#roll(), options.rollMs);
    this.#timer.unref();
  }

  /** How many people are online, at any node. */
  get onlineCount(): number {
    return this.#attendance.size;
  }

  /** Who is online, at any node. */
  onlineIds(): string[] {
    return this.#attendance.people();
  }

  /** Sockets and event streams of all nodes; of the others as they told at their last roll. */
  get connectionCount(): number {
    const { bus, hub } = this.#options;
    return hub.connections.size + this.#attendance.connectionsBeside(bus.node);
  }

  isOnline(userId: string): boolean {
    return this.#isHere(userId) || this.#attendance.has(userId);
  }

  connected(userId: string): void {
    const before = this.#sockets.get(userId) ?? 0;
    this.#sockets.set(userId, before + 1);
    const leaving = this.#leaving.get(userId);
    clearTimeout(leaving);
    this.#leaving.delete(userId);
    if (before === 0 && leaving === undefined) this.#tell(userId);
  }

  disconnected(userId: string): void {
    const left = (this.#sockets.get(userId) ?? 1) - 1;
    if (left > 0) {
      this.#sockets.set(userId, left);
      return;
    }
    this.#sockets.delete(userId);
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      this.#tell(userId);
    }, graceMs);
    this.#leaving.set(userId, timer);
  }

  /** Writes "last seen" of everybody who is here, as the server stops. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    const here = [...this.#sockets.keys(), ...this.#leaving.keys()];
    this.#leaving.clear();
    if (here.length > 0) await seePeople(this.#options.db, here, new Date());
  }

  #isHere(userId: string): boolean {
    return this.#sockets.has(userId) || this.#leaving.has(userId);
  }

  #tell(userId: string): void {
    void this.#tellAll([userId]);
  }

  async #tellAll(userIds: readonly string[]): Promise<void> {
    const { db, log } = this.#options;
    const now = new Date();
    try {
      for (const places of await seePeople(db, userIds, now)) this.#publish(places, now.toISOString());
    } catch (error) {
      log.warn({ err: error, userIds }, "presence could not be told");
      for (const userId of userIds) this.#untold.add(userId);
    }
  }

  #publish({ userId, ...channels }: PresencePlaces, lastSeenAt: string): void {
    const { bus } = this.#options;
    const online = this.#isHere(userId);
    if (online === this.#attendance.isAt(bus.node, userId)) return;
    this.#version += 1;
    bus.publish({ kind: "presence", version: this.#version, event: { type: "presence", userId, online, lastSeenAt }, channels });
  }

  #receive(message: BusMessage, from: string): void {
    switch (message.kind) {
      case "presence":
        if (this.#attendance.change(from, message.version, message.event.userId, message.event.online))
          this.#show(message.event.userId, message.event.lastSeenAt, message.channels);
        break;
      case "presence-roll":
        this.#attendance.noteConnections(from, message.connections ?? 0);
        if (!this.#attendance.isKnown(from, message.version)) this.#options.bus.publish({ kind: "presence-ask", node: from });
        break;
      case "presence-ask":
        if (message.node === this.#options.bus.node) this.#list();
        break;
      case "presence-list":
        this.#showAll(this.#attendance.replace(from, message.version, message.userIds));
        break;
      default:
      // All else is the hub's.
    }
  }

  #roll(): void {
    this.#hasListed = false;
    const { bus, hub, rollMs } = this.#options;
    const untold = [...this.#untold];
    this.#untold.clear();
    if (untold.length > 0) void this.#tellAll(untold);
    bus.publish({ kind: "presence-roll", version: this.#version, connections: hub.connections.size });
    this.#showAll(this.#attendance.dropSilent(silentRolls * rollMs));
    this.#beginDay();
  }

  /** Who stays over midnight is here on the new day too. */
  #beginDay(): void {
    const { db, log } = this.#options;
    const now = new Date();
    const before = this.#day;
    if (dayOf(now) === before) return;
    this.#day = dayOf(now);
    seePeople(db, [...this.#sockets.keys()], now).catch((error: unknown) => {
      this.#day = before;
      log.warn({ err: error }, "who is here could not be written down for the new day");
    });
  }

  /** One list answers all who ask within a roll. */
  #list(): void {
    const { bus } = this.#options;
    if (!this.#hasListed) bus.publish({ kind: "presence-list", version: this.#version, userIds: this.#attendance.at(bus.node) });
    this.#hasListed = true;
  }

  /** Who came or went without a word that names their channels. */
  #showAll(userIds: readonly string[]): void {
    if (userIds.length === 0) return;
    const { db, log } = this.#options;
    const now = new Date();
    seePeople(db, userIds, now)
      .then((rows) => rows.forEach((row) => this.#show(row.userId, now.toISOString(), row)))
      .catch((error: unknown) => log.warn({ err: error }, "presence could not be shown"));
  }

  #show(userId: string, lastSeenAt: string | null, channels: PresenceChannels): void {
    this.#options.hub.showPresence({ type: "presence", userId, online: this.isOnline(userId), lastSeenAt }, channels);
  }
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
