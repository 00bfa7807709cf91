import { randomUUID } from "node:crypto";
import type { Cast, Role, Room } from "./roles.ts";

/** Who calls, and about what. */
export interface Target {
  readonly role: Role;
  readonly room: Room;
  readonly cast: Cast;
}

/** A procedure and what it answers to whom. */
export interface Row {
  /** The procedure, and after a space which case of it. */
  readonly name: string;
  readonly visibility?: "public";
  /** The call is about the thread of the room. */
  readonly inThread?: true;
  /** Makes what the call is about; it may write. */
  input(target: Target): unknown;
  /** For outsider, member, moderator, owner, banned, muted, token and admin, in this order. */
  readonly expected: readonly string[];
  /** For a moderator of the site; as for an admin where it is not given. */
  readonly staff?: string;
  /** Over HTTP, for one who is banned everywhere, by session or token; UNAUTHENTICATED where it is not given. */
  readonly bannedEverywhere?: string;
}

/** Somebody new, who is no caller. */
export async function addPerson({ server }: Cast): Promise<string> {
  const id = randomUUID();
  await server.database.query(`INSERT INTO "User" (id, "externalId", name) VALUES ($1::uuid, $1::text, 'New')`, [id]);
  return id;
}
