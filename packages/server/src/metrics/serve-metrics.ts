import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Services } from "../services.ts";
import { sendJson } from "../http/send.ts";
import { counters } from "./counters.ts";

interface MetricsOptions {
  readonly services: Services;
  /** Who scrapes sends it as a bearer token; without one, only loopback is answered. */
  readonly token: string | undefined;
}

/** GET /api/metrics, in Prometheus' text format: the process, its event loop, and what the chat server counts. Guarded; else 404. */
export function createMetricsHandler({ services, token }: MetricsOptions) {
  const registry = createRegistry(services);
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (!mayScrape(req, token)) return sendJson(res, 404, { code: "NOT_FOUND", message: "There is nothing here." });
    res.setHeader("content-type", registry.contentType);
    res.setHeader("cache-control", "no-store");
    res.end(await registry.metrics());
  };
}

function mayScrape(req: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(req.headers.authorization ?? "", `Bearer ${token}`);
  const address = req.socket.remoteAddress ?? "";
  const isForwarded = req.headers["x-forwarded-for"] !== undefined || req.headers.forwarded !== undefined;
  return !isForwarded && (address === "::1" || address.endsWith("127.0.0.1"));
}

function isSame(given: string, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function createRegistry({ hub, db, append }: Services): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `chat_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  const total = (name: keyof typeof counters, called: string, help: string) =>
    new Counter({
      name: `chat_${called}_total`,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(counters[name]);
      },
    });
  gauge("sockets", "Open sockets and event streams.", () => hub.connections.size);
  gauge("open_channels", "Channels that somebody on this node has open.", () => hub.openChannelCount);
  gauge("queued_bytes", "Bytes that wait for slow readers.", () =>
    sum(hub.connections, (connection) => connection.queuedBytes()),
  );
  gauge("changes_waiting", "Changes that wait for the lane.", () => append.waiting);
  total("commits", "commits", "Transactions of the lane.");
  total("sends", "sends", "Messages stored and acknowledged.");
  total("changes", "changes", "Changes committed.");
  total("refusals", "refusals", "Changes refused.");
  total("deliveries", "deliveries", "Event frames handed to sockets.");
  total("writes", "socket_writes", "Writes to sockets.");
  total("bytes", "socket_bytes", "Bytes written to sockets.");
  total("tooSlow", "too_slow", "Sockets closed because their reader was too slow.");
  total("limited", "limited", "Calls and attempts that came too often.");
  total("heard", "node_messages", "Messages heard from other nodes.");
  total("busLosses", "node_bus_losses", "Times that the other nodes were not heard any more.");
  total("comparisons", "node_comparisons", "Comparisons of versions with the database, after something may have been missed.");
  total("resyncs", "node_resyncs", "Inboxes told to read their list again.");
  gauge("database_connections", "Connections of the pool.", () => db.pool.totalCount);
  gauge("database_connections_idle", "Connections of the pool that are idle.", () => db.pool.idleCount);
  gauge("database_waiting", "Callers that wait for a connection of the pool.", () => db.waiting());
  return registry;
}

function sum<T>(items: Iterable<T>, read: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += read(item);
  return total;
}
