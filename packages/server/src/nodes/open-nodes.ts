import type { Database } from "@chat/db";
import type { Redis } from "ioredis";
import type { Logger } from "../logger.ts";
import { createLocalBus, type Bus } from "../realtime/bus.ts";
import type { Hub } from "../realtime/hub.ts";
import { readDatabaseIdentity } from "./database-identity.ts";
import { NodeBus } from "./node-bus.ts";
import { openRedis } from "./open-redis.ts";
import { createRedisTransport } from "./redis-transport.ts";
import { Repair } from "./repair.ts";
import { defaultTiming, type NodeTiming } from "./timing.ts";
import type { Transport } from "./transport.ts";

export interface NodesOptions {
  readonly db: Database;
  readonly redisUrl?: string | undefined;
  readonly transport?: Transport | undefined;
  readonly timing?: Partial<NodeTiming> | undefined;
  readonly log: Logger;
}

/** What this node shares with the others, if there are others. */
export interface Nodes {
  readonly bus: Bus;
  /** What carries it. */
  readonly kind: "alone" | "redis" | "other";
  readonly timing: NodeTiming;
  /** For what nodes count together; `prefix` begins the names of this deployment's keys. */
  readonly store: { readonly redis: Redis; readonly prefix: string } | null;
  /** Has the hub told what it missed of the other nodes. */
  watch(hub: Hub): void;
  close(): Promise<void>;
}

/** Joins the other nodes over a transport or Redis; without either this is the only one. Does not wait for Redis: it may come later. */
export async function openNodes({ db, redisUrl, transport, timing: given, log }: NodesOptions): Promise<Nodes> {
  const timing = { ...defaultTiming, ...given };
  const prefix = `chat:${await readDatabaseIdentity(db)}`;
  const redis = redisUrl === undefined ? null : openRedis(redisUrl, "commands", log);
  const carrier = transport ?? (redis && createRedisTransport({ url: redisUrl ?? "", publisher: redis, prefix, log }));
  const store = redis && { redis, prefix };
  if (carrier === null)
    return { bus: createLocalBus(), kind: "alone", timing, store, watch: () => undefined, close: () => Promise.resolve() };
  const bus = new NodeBus({ transport: carrier, timing, log });
  let repair: Repair | null = null;
  return {
    bus,
    kind: transport === undefined ? "redis" : "other",
    timing,
    store,
    watch(hub) {
      const watching = (repair = new Repair({ db, hub, timing, log }));
      bus.onMiss((miss) => watching.want(miss));
    },
    async close() {
      repair?.close();
      await bus.close();
      redis?.disconnect();
    },
  };
}
