import { createHash, randomUUID } from "node:crypto";
import type { Database } from "@chat/db";

/**
 * Names this database's history: a hash of a stored value (which a restore changes, and who sees that versions went back), the cluster's identifier and timeline, and the
 * database's oid. Another epoch tells a client that what it holds belongs to another history.
 */
export class Epoch {
  readonly #db: Database;
  #value = "";

  constructor(db: Database) {
    this.#db = db;
  }

  get value(): string {
    return this.#value;
  }

  /** Reads it again; true if it is another one than before. */
  async refresh(): Promise<boolean> {
    const before = this.#value;
    const [row] = await this.#db.query<{ parts: string }>(
      `WITH made AS (
         INSERT INTO "ServerState" (key, value, "updatedAt") VALUES ('epoch', $1, now()) ON CONFLICT (key) DO NOTHING RETURNING value
       )
       SELECT concat_ws('/', COALESCE((SELECT value FROM made), (SELECT value FROM "ServerState" WHERE key = 'epoch')),
         (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
         (SELECT oid FROM pg_database WHERE datname = current_database())) AS parts`,
      [randomUUID()],
    );
    this.#value = createHash("sha256")
      .update(row?.parts ?? "")
      .digest("hex")
      .slice(0, 16);
    return before !== "" && before !== this.#value;
  }

  /** Names the history anew: this one is not what it was. */
  async renew(): Promise<void> {
    await this.#db.query(`UPDATE "ServerState" SET value = $1, "updatedAt" = now() WHERE key = 'epoch'`, [randomUUID()]);
  }

  /** The id of a frame after which `version` is held. */
  idOf(version: number): string {
    return `${this.#value}.${version}`;
  }
}

/** The parts of a `lastEventId`, or null for what is none. */
export function parseEventId(id: string): { epoch: string; version: number } | null {
  const match = /^([0-9a-f]{1,64})\.(\d{1,9})$/.exec(id);
  return match === null ? null : { epoch: match[1] ?? "", version: Number(match[2]) };
}
