import type { HealthReport } from "@chat/contract";
import { auditEndSql } from "../audit/verify-audit.ts";
import { counters } from "../metrics/counters.ts";
import type { Services } from "../services.ts";
import manifest from "../../package.json" with { type: "json" };

/** Milliseconds within which the database must answer. */
const patienceMs = 2_000;

/** How this node and what it stands on are, from what they count anyway and one look at the database. */
export async function readHealth(services: Services): Promise<HealthReport> {
  const { hub, append, vitals } = services;
  const { bus, kind } = vitals.nodes;
  return {
    node: {
      id: bus.node,
      version: manifest.version,
      nodeVersion: process.versions.node,
      startedAt: vitals.startedAt.toISOString(),
      memoryBytes: process.memoryUsage.rss(),
      loopLagMs: vitals.loopLag(),
    },
    sockets: {
      open: hub.connections.size,
      openChannels: hub.openChannelCount,
      queuedBytes: [...hub.connections].reduce((sum, connection) => sum + connection.queuedBytes(), 0),
      changesWaiting: append.waiting,
    },
    ...(await readDatabase(services)),
    bus: { kind, isLive: bus.isLive, otherNodes: bus.otherNodes, losses: counters.busLosses },
  };
}

interface DatabaseRow {
  version: string;
  sizeBytes: number;
  applied: number;
  unfinished: number;
  latest: string | null;
  endsRight: boolean | null;
}

const sql = `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS "sizeBytes",
    count(*) FILTER (WHERE finished_at IS NOT NULL)::int AS applied,
    count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL)::int AS unfinished,
    max(migration_name) FILTER (WHERE finished_at IS NOT NULL) AS latest, (${auditEndSql}) AS "endsRight"
  FROM _prisma_migrations`;

async function readDatabase({ db, log }: Services): Promise<Pick<HealthReport, "database" | "isAuditWhole">> {
  const { totalCount: total, idleCount: idle, options } = db.pool;
  const pool = { total, idle, waiting: db.waiting(), max: options.max };
  const began = performance.now();
  const asked = db
    .query<DatabaseRow>(sql)
    .catch((error: unknown) => log.warn({ err: error }, "the database's health could not be read"));
  const row = (await Promise.race([asked, silence()]))?.[0];
  if (row === undefined) {
    const database = { isReachable: false, latencyMs: null, version: null, sizeBytes: null, migrations: null, pool };
    return { database, isAuditWhole: null };
  }
  const { version, sizeBytes, endsRight, ...migrations } = row;
  const latencyMs = Math.round((performance.now() - began) * 10) / 10;
  return { database: { isReachable: true, latencyMs, version, sizeBytes, migrations, pool }, isAuditWhole: endsRight === true };
}

function silence(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, undefined).unref());
}
