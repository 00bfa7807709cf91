import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import type { Epoch } from "./epoch.ts";
import type { Hub } from "./hub.ts";

/** How often rights of open sockets are compared with the database, in milliseconds. */
const everyMs = 5_000;

interface RecheckOptions {
  readonly db: Database;
  readonly hub: Hub;
  readonly epoch: Epoch;
  readonly log: Logger;
}

/**
 * What an event told another node too late, or not at all: every 5 s one query ends the sockets of sessions and people that no longer may,
 * and the subscriptions of members who are none. A changed epoch (the database was restored) restarts all sockets.
 */
export function startRecheck(options: RecheckOptions): { stop(): void } {
  const timer = setInterval(() => {
    recheck(options).catch((error: unknown) => options.log.warn({ err: error }, "open sockets could not be re-checked"));
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

export async function recheck({ db, hub, epoch }: RecheckOptions): Promise<void> {
  const now = Date.now();
  for (const connection of hub.connections) {
    if (connection.caller !== null && connection.caller.expiresAt <= now) connection.close(4401, "signed out");
  }
  if (hub.connections.size === 0) return;
  const callers = [...hub.connections].flatMap(({ caller }) => (caller === null ? [] : [caller]));
  const subscribers = [...hub.subscribers()];
  const [row] = await db.query<{ sessions: string[]; blocked: string[]; places: string[] }>(
    `SELECT
      ARRAY(SELECT id::text FROM "Session" WHERE id = ANY($1::uuid[]) AND "expiresAt" > now()) AS sessions,
      ARRAY(SELECT u.id::text FROM "User" u WHERE u.id = ANY($2::uuid[]) AND (u."deactivatedAt" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "Sanction" s WHERE s."userId" = u.id AND s.type = 'ban' AND s."channelId" IS NULL AND s."liftedAt" IS NULL
          AND (s.until IS NULL OR s.until > now())))) AS blocked,
      ARRAY(SELECT x."channelId" || ' ' || x."userId" FROM unnest($3::uuid[], $4::uuid[]) AS x("channelId", "userId")
        JOIN "Channel" c ON c.id = x."channelId"
        JOIN "Member" mb ON mb."channelId" = c."rootId" AND mb."userId" = x."userId" AND mb."leftAt" IS NULL
        WHERE NOT EXISTS (SELECT 1 FROM "Sanction" s WHERE s."userId" = x."userId" AND s.type = 'ban' AND s."channelId" = c."rootId"
          AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now()))) AS places`,
    [
      callers.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId])),
      callers.map(({ userId }) => userId),
      subscribers.map(({ channelId }) => channelId),
      subscribers.map(({ userId }) => userId),
    ],
  );
  if (row === undefined) return;
  const sessions = new Set(row.sessions);
  const blocked = new Set(row.blocked);
  const places = new Set(row.places);
  for (const connection of hub.connections) {
    const { caller } = connection;
    if (caller === null) continue;
    if (blocked.has(caller.userId) || (caller.sessionId !== null && !sessions.has(caller.sessionId))) connection.close(4401, "signed out");
  }
  for (const subscriber of subscribers) if (!places.has(`${subscriber.channelId} ${subscriber.userId}`)) subscriber.gone();
  if (await epoch.refresh()) for (const connection of hub.connections) connection.close(1012, "restored");
}
