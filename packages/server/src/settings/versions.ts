import type { Database, Queryable } from "@chat/db";
import type { Logger } from "../logger.ts";

/** What nodes hold in memory, and read anew when it changed. */
export type Versioned = "rules" | "settings";

/** How often a node looks, in milliseconds: a change is in force everywhere within two seconds. */
const lookMs = 1_500;

const keyOf = (name: Versioned) => `${name}-version`;

/** Tells the other nodes of a change, once its transaction commits. */
export async function raiseVersion(tx: Queryable, name: Versioned): Promise<void> {
  await tx.query(
    `INSERT INTO "ServerState" (key, value) VALUES ($1, '1')
     ON CONFLICT (key) DO UPDATE SET value = ("ServerState".value::bigint + 1)::text, "updatedAt" = now()`,
    [keyOf(name)],
  );
}

interface WatchOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly load: Readonly<Record<Versioned, () => Promise<void>>>;
}

/** Loads all once, and again whatever changed since; rejects where it cannot be loaded at first. */
export async function watchVersions({ db, log, load }: WatchOptions): Promise<{ stop(): void }> {
  const names = Object.keys(load) as Versioned[];
  let seen = await readVersions(db, names);
  await Promise.all(names.map((name) => load[name]()));
  let isLooking = false;
  let wasAway = false;
  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      const now = await readVersions(db, names);
      for (const name of names) if (now.get(name) !== seen.get(name)) await load[name]();
      seen = now;
      wasAway = false;
    } catch (error) {
      if (!wasAway) log.warn({ err: error }, "rules and settings could not be looked at: the ones in memory stay in force");
      wasAway = true;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function readVersions(db: Queryable, names: readonly Versioned[]): Promise<Map<Versioned, string>> {
  const rows = await db.query<{ key: string; value: string }>(`SELECT key, value FROM "ServerState" WHERE key = ANY($1)`, [
    names.map(keyOf),
  ]);
  return new Map(names.map((name) => [name, rows.find(({ key }) => key === keyOf(name))?.value ?? "0"]));
}
