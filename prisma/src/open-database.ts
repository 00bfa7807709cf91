import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "../generated/client.ts";
import { APP_ROLE, canUseAppRole } from "./app-role.ts";
import { describeError } from "./errors.ts";
import { Turns } from "./turns.ts";

/** Runs plain SQL. `int8` comes back as a number (counts), `timestamptz` as a Date, `jsonb` parsed. */
export interface Queryable {
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
}

/**
 * A transaction's connection. Statements that are not awaited one by one travel together and run in order: what does not need the answer
 * before it costs no round trip of its own.
 */
export interface Transaction extends Queryable {
  /** Runs the last statement, and sends COMMIT with it. Its error, and that of the commit, reject `transaction`. */
  finish(text: string, values?: readonly unknown[]): void;
}

/** One pool of connections that Prisma and plain SQL share. */
export interface Database extends Queryable {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  /** Callers that wait for a connection. */
  waiting(): number;
  /**
   * Runs `fn` between BEGIN, which travels with its first statement, and COMMIT on one connection; anything it throws rolls back and is thrown on. A connection whose end of
   * transaction failed is destroyed, never reused.
   */
  transaction<T>(fn: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Waits for running queries and closes every connection. Safe to call twice. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** `postgresql://…` */
  readonly url: string;
  /** Most connections held at once. Default 10. */
  readonly max?: number | undefined;
  /** Receives warnings: lost idle connections, a missing app role. Default: console.warn. */
  readonly log?: ((line: string) => void) | undefined;
}

const INT8 = 20;
const CONNECT_TIMEOUT_MS = 10_000;
/** Connections that single statements leave to transactions: what is written never waits behind thousands who read, as when all come back at once. */
const KEPT_FOR_TRANSACTIONS = 2;

/** Opens the pool, as the role that owns nothing where `migrate` could make it. Rejects when the database cannot be reached. */
export async function openDatabase({ url, max = 10, log = console.warn }: OpenDatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    ...(await connectAsAppRole(url, log)),
    max,
    types: countsAsNumbers,
    keepAlive: true,
    pipeline: true,
  });
  pool.on("error", (error) => log(`A database connection was lost while idle: ${error.message}`));
  // The pool listens only while a connection is idle; one lost in a caller's hands would otherwise be an uncaught exception. The
  // caller still learns of it: its query rejects.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" });
  const turns = new Turns({ atOnce: Math.max(1, max - KEPT_FOR_TRANSACTIONS), patienceMs: CONNECT_TIMEOUT_MS });
  let closing: Promise<void> | undefined;
  return {
    prisma,
    pool,
    waiting: () => turns.waiting + pool.waitingCount,
    query: (text, values) => turns.take(() => runQuery(pool, text, values)),
    transaction: (fn) => runTransaction(pool, fn),
    close: () => (closing ??= prisma.$disconnect().then(() => pool.end())),
  };
}

const countsAsNumbers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 && format !== "binary" ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

async function runQuery<T>(on: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[] = []): Promise<T[]> {
  const result = await on.query({ ...(values.length > 0 && { name: nameOf(text) }), text, values: [...values] });
  return result.rows as T[];
}

const names = new Map<string, string>();

/**
 * A name makes the connection prepare a statement once: the lane's large ones cost more to plan than to run. Texts are constants of the
 * program, values travel apart; so there are few.
 */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("hex").slice(0, 24);
    names.set(text, name);
  }
  return name;
}

async function runTransaction<T>(pool: pg.Pool, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const begun = client.query("BEGIN");
  let ending: Promise<pg.QueryResult> | undefined;
  const tx: Transaction = {
    query: (text, values) => runQuery(client, text, values),
    finish(text, values) {
      const last = runQuery(client, text, values);
      ending = Promise.all([last, client.query("COMMIT")]).then(([, committed]) => committed);
      ending.catch(() => undefined);
    },
  };
  try {
    const [result] = await Promise.all([fn(tx), begun]);
    const { command } = await (ending ?? client.query("COMMIT"));
    // A transaction in which a statement failed answers COMMIT with ROLLBACK and no error: to call that done would lose the write.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back: a statement in it had failed.");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((rollbackError: unknown) => {
      broken = new Error(describeError(rollbackError));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function connectAsAppRole(url: string, log: (line: string) => void): Promise<pg.PoolConfig> {
  const base = { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, application_name: "chat" };
  const client = new pg.Client({ connectionString: url, ...base });
  client.on("error", () => undefined);
  await client.connect();
  try {
    if (await canUseAppRole(client)) return { ...base, ...withStartupOption(url, `-c role=${APP_ROLE}`) };
    log(`The role ${APP_ROLE} is missing or not usable, so the app works as the user of DATABASE_URL.`);
    return { ...base, connectionString: url };
  } finally {
    await client.end();
  }
}

/** Set when the connection starts, so that no statement ever runs without it. A URL's own `options` are kept. */
function withStartupOption(url: string, option: string): pg.PoolConfig {
  const parsed = new URL(url);
  const own = parsed.searchParams.get("options");
  parsed.searchParams.delete("options");
  return { connectionString: parsed.href, options: own ? `${own} ${option}` : option };
}
