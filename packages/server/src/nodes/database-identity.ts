import { createHash } from "node:crypto";
import type { Database } from "@chat/db";

/** Names this database, the same for all its nodes and kept by a restore in place: so that one Redis may serve several deployments. */
export async function readDatabaseIdentity(db: Database): Promise<string> {
  const [row] = await db.query<{ parts: string }>(
    `SELECT concat_ws('/', system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database())) AS parts FROM pg_control_system()`,
  );
  return createHash("sha256")
    .update(row?.parts ?? "")
    .digest("hex")
    .slice(0, 12);
}
