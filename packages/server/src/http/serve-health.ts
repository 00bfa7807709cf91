import type { IncomingMessage, ServerResponse } from "node:http";
import type { Services } from "../services.ts";
import type { Entrance } from "./entrance.ts";
import { sendJson } from "./send.ts";

/** Milliseconds within which the database must answer. */
const patience = 2_000;

/**
 * The process lives and answers. Only pages that may call can read it: where a page sees that there is an answer, but not which, its client knows
 * that it is not let in, which browsers tell of no socket and no call.
 */
export function serveHealth({ origins }: Entrance, { headers: { origin } }: IncomingMessage, res: ServerResponse): void {
  res.setHeader("vary", "origin");
  if (origin !== undefined && origins.isAllowed(origin, "token")) res.setHeader("access-control-allow-origin", origin);
  sendJson(res, 200, { status: "ok" });
}

/** The database is reachable and migrated: 200, else 503 with the reason. */
export async function serveReady(services: Services, res: ServerResponse): Promise<void> {
  const reason = await Promise.race([findFault(services), timeout(patience)]);
  if (reason === null) sendJson(res, 200, { status: "ready" });
  else sendJson(res, 503, { status: "not ready", reason });
}

async function findFault({ db, log }: Services): Promise<string | null> {
  try {
    const [row] = await db.query<{ applied: number; open: number }>(
      `SELECT count(finished_at)::int AS applied, count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL)::int AS open
       FROM _prisma_migrations`,
    );
    return row !== undefined && row.applied > 0 && row.open === 0
      ? null
      : "The database is not migrated: run `npm run chat -- migrate deploy`.";
  } catch (error) {
    log.warn({ err: error }, "not ready");
    const missing = error instanceof Error && "code" in error && error.code === "42P01";
    return missing ? "The database is not migrated: run `npm run chat -- migrate deploy`." : "The database cannot be reached.";
  }
}

function timeout(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, ms, `The database did not answer within ${ms / 1000} seconds.`).unref());
}
