import type { Session } from "@chat/contract";
import type { Caller } from "../context.ts";
import type { Services } from "../services.ts";
import { toMoment } from "../users/record.ts";

interface SessionRow {
  id: string;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
}

/** The caller's signed-in devices, latest first; none for token users, whose sessions are the host's. Never the tokens. */
export async function listSessions(services: Services, caller: Caller): Promise<{ items: Session[] }> {
  if (caller.via === "token") return { items: [] };
  const rows = await services.db.query<SessionRow>(
    `SELECT id, "userAgent", NULLIF("ipAddress", '') AS "ipAddress", "createdAt", "updatedAt", "expiresAt" FROM "Session"
     WHERE "userId" = $1 AND "expiresAt" > now() ORDER BY "updatedAt" DESC, id LIMIT 200`,
    [caller.userId],
  );
  return { items: rows.map((row) => toSession(row, caller)) };
}

function toSession(row: SessionRow, caller: Caller): Session {
  return {
    id: row.id,
    current: row.id === caller.sessionId,
    userAgent: row.userAgent,
    ipAddress: row.ipAddress,
    createdAt: toMoment(row.createdAt),
    updatedAt: toMoment(row.updatedAt),
    expiresAt: toMoment(row.expiresAt),
  };
}
