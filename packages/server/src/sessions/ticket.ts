import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { callerState } from "../auth/may-call.ts";
import type { Caller } from "../context.ts";

/** How long a ticket may wait to be used, in milliseconds. */
const ticketMs = 60_000;

const callerSchema = z.object({
  userId: z.string(),
  issuer: z.string(),
  role: z.enum(["user", "moderator", "admin"]),
  via: z.enum(["session", "token"]),
  sessionId: z.string().nullable(),
  expiresAt: z.number(),
  rooms: z.array(z.string()),
});

export interface Ticket {
  /** Opens one event stream, once, as `?ticket=` in its URL: a browser's EventSource sends no headers, and a token has no place in a URL. */
  readonly ticket: string;
  readonly expiresAt: string;
}

/** A one-use ticket for an event stream over HTTP, good for 60 s on every node. Only its hash is kept. */
export async function issueTicket(db: Database, caller: Caller): Promise<Ticket> {
  const ticket = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + ticketMs);
  await db.query(
    `WITH swept AS (DELETE FROM "Verification" WHERE identifier LIKE 'ticket:%' AND "expiresAt" < now() - interval '1 minute')
     INSERT INTO "Verification" (id, identifier, value, "expiresAt", "updatedAt") VALUES ($1, $2, $3, $4, now())`,
    [uuidv7(), identifierOf(ticket), JSON.stringify(caller), expiresAt],
  );
  return { ticket, expiresAt: expiresAt.toISOString() };
}

/** Whom a ticket lets in, or null where it is none, used, too old, or of a session that ended. It is used up. */
export async function redeemTicket(db: Database, ticket: string): Promise<Caller | null> {
  const [row] = await db.query<{ value: string }>(
    `DELETE FROM "Verification" WHERE identifier = $1 AND "expiresAt" > now() RETURNING value`,
    [identifierOf(ticket)],
  );
  if (row === undefined) return null;
  const caller = callerSchema.parse(JSON.parse(row.value));
  const state = await callerState(db, caller.userId);
  const isOver =
    state === null || state.isClosed || caller.expiresAt <= Date.now() || !(await sessionHolds(db, caller.sessionId));
  return isOver ? null : caller;
}

/** A ticket ends with the session that took it; a token's person has none. */
async function sessionHolds(db: Database, sessionId: string | null): Promise<boolean> {
  if (sessionId === null) return true;
  return (await db.query(`SELECT 1 FROM "Session" WHERE id = $1 AND "expiresAt" > now()`, [sessionId])).length > 0;
}

function identifierOf(ticket: string): string {
  return `ticket:${createHash("sha256").update(ticket).digest("hex")}`;
}
