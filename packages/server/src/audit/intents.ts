import type { Database } from "@chat/db";
import { v7 as uuidv7 } from "uuid";
import type { Logger } from "../logger.ts";
import { lockChain, writeAudit, type AuditEntry } from "./write-audit.ts";

/** The outcome of an action whose node went down before it could tell how it ended. */
export const interrupted = "INTERRUPTED";

/** How intents are watched. Times in milliseconds. */
export interface IntentTiming {
  /** An intent that no node gave a sign of life for so long is one of a node that went down. */
  readonly abandonedMs: number;
  /** How often each node looks for those, and gives a sign of its own. */
  readonly everyMs: number;
}

const defaultTiming: IntentTiming = { abandonedMs: 60_000, everyMs: 15_000 };

interface IntentsOptions {
  readonly db: Database;
  readonly log: Logger;
  readonly timing?: Partial<IntentTiming> | undefined;
}

interface AbandonedRow extends AuditEntry {
  readonly createdAt: Date;
}

/**
 * Sees to it that no action of staff is without its entry in the audit log, whatever goes down when: what it is about to do is written down before it
 * begins, and gives way to the entry by the transaction that writes that.
 */
export class AuditIntents {
  readonly #db: Database;
  readonly #log: Logger;
  readonly #timing: IntentTiming;
  readonly #open = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;

  constructor({ db, log, timing }: IntentsOptions) {
    this.#db = db;
    this.#log = log;
    this.#timing = { ...defaultTiming, ...timing };
    this.#timer = setInterval(() => this.#look(), this.#timing.everyMs);
    this.#timer.unref();
    this.#look();
  }

  /**
   * Runs an action that leaves one entry: `entryOf` tells it by how it ended. Where it cannot be written down, nothing is done. Should another node
   * have taken this one for gone, which paused for a minute, its entry stays, and this one says how the action ended after all.
   */
  async tell<T>(intended: AuditEntry, run: () => Promise<T>, entryOf: (result: T) => AuditEntry): Promise<T> {
    const id = uuidv7();
    const { actorId, action, targetType, targetId, detail, requestId } = intended;
    await this.#db.query(
      `INSERT INTO "AuditIntent" (id, "actorId", action, "targetType", "targetId", detail, "requestId") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, actorId, action, targetType, targetId, JSON.stringify(detail), requestId],
    );
    this.#open.add(id);
    try {
      const result = await run();
      await this.#db.transaction(async (tx) => {
        // First the chain, for which it may wait, so that its intent shows signs of life meanwhile.
        await lockChain(tx);
        await tx.query(`DELETE FROM "AuditIntent" WHERE id = $1`, [id]);
        await writeAudit(tx, entryOf(result));
      });
      return result;
    } finally {
      this.#open.delete(id);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    this.#running ??= this.#holdAndSweep()
      .catch((error: unknown) => this.#log.warn({ err: error }, "intents of the audit log could not be looked after"))
      .finally(() => (this.#running = null));
  }

  async #holdAndSweep(): Promise<void> {
    if (this.#open.size > 0)
      await this.#db.query(`UPDATE "AuditIntent" SET "heldAt" = now() WHERE id = ANY($1::uuid[])`, [[...this.#open]]);
    const isAbandoned = `"heldAt" < now() - ${this.#timing.abandonedMs} * interval '1 millisecond'`;
    if ((await this.#db.query(`SELECT FROM "AuditIntent" WHERE ${isAbandoned} LIMIT 1`)).length === 0) return;
    await this.#db.transaction(async (tx) => {
      // Of two nodes that look at once, the second finds nothing any more.
      await lockChain(tx);
      const abandoned = await tx.query<AbandonedRow>(
        `DELETE FROM "AuditIntent" WHERE ${isAbandoned}
         RETURNING "actorId", action, "targetType", "targetId", detail, "requestId", "createdAt"`,
      );
      for (const { createdAt, ...entry } of abandoned.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()))
        await writeAudit(tx, { ...entry, detail: { ...entry.detail, outcome: interrupted, startedAt: createdAt.toISOString() } });
    });
  }
}
