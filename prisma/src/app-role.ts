import type { Client } from "pg";
import { describeError, sqlState } from "./errors.ts";

/** The role that the app works as. It owns nothing, so it can neither change the schema nor drop a table. */
export const APP_ROLE = "chat_app";

const DUPLICATE_OBJECT = "42710";
const UNIQUE_VIOLATION = "23505";
const INTERNAL_ERROR = "XX000";
const INSUFFICIENT_PRIVILEGE = "42501";

/** True when the connected user may `SET ROLE chat_app`. */
export async function canUseAppRole(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ usable: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AND pg_has_role(current_user, (SELECT oid FROM pg_roles
       WHERE rolname = $1), CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS usable`,
    [APP_ROLE],
  );
  return rows[0]?.usable === true;
}

/**
 * Makes the role and gives it what the app needs on every table of the schema, present and future: to read and write rows; on the
 * audit log only to read and append; on its end and the migration history only to read. Without the right to make roles it logs a warning and
 * the app goes on as the URL's own user.
 */
export async function grantAppRole(client: Client, log: (line: string) => void): Promise<void> {
  if (!(await ensureAppRole(client, log))) return;
  const { rows } = await client.query<{ schema: string; tables: string[] }>(
    `SELECT quote_ident(current_schema()) AS schema, coalesce(array_agg(relname::text), '{}') AS tables
       FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname IN ('AuditLog', 'AuditHead', '_prisma_migrations')`,
  );
  const schema = rows[0]?.schema ?? "public";
  const tables = rows[0]?.tables ?? [];
  await client.query(`
    GRANT USAGE ON SCHEMA ${schema} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${APP_ROLE};
    ${tables.includes("AuditLog") ? `REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}."AuditLog" FROM ${APP_ROLE};` : ""}
    ${tables.includes("AuditHead") ? `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${schema}."AuditHead" FROM ${APP_ROLE};` : ""}
    ${tables.includes("_prisma_migrations") ? `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${schema}._prisma_migrations FROM ${APP_ROLE};` : ""}
  `);
}

async function ensureAppRole(client: Client, log: (line: string) => void): Promise<boolean> {
  // Roles belong to the whole cluster, where advisory locks do not reach: another database's migration may be making it right now.
  for (let attempt = 1; ; attempt++) {
    try {
      if (await canUseAppRole(client)) return true;
      const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
      if (!rowCount) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`);
      await client.query(`GRANT ${APP_ROLE} TO CURRENT_USER`);
      return true;
    } catch (error) {
      const state = sqlState(error);
      if (state === INSUFFICIENT_PRIVILEGE) {
        log(
          `The database user may not make the role ${APP_ROLE} (${describeError(error)}), so the app works as the schema's owner. ` +
            `To mend it, as a superuser: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO <the user of DATABASE_URL>;`,
        );
        return false;
      }
      const raced = state === DUPLICATE_OBJECT || state === UNIQUE_VIOLATION || state === INTERNAL_ERROR;
      if (!raced || attempt === 5) throw error;
    }
  }
}
