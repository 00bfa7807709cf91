import type { RuleAction, RuleCondition } from "@chat/contract";
import type { Database } from "@chat/db";
import type { Logger } from "../logger.ts";
import type { Bus } from "../realtime/bus.ts";
import { compileRules, type CompiledRules, type RuleRow } from "./compile-rules.ts";
import { scanText, type Verdict } from "./judge-text.ts";
import { RecentSends } from "./recent-sends.ts";
import { RuleCheck } from "./rule-check.ts";

/** How often hits are written, in milliseconds. */
const writeMs = 3_000;
/** Accounts whose age is remembered. */
const maxAges = 50_000;

interface RuleBookOptions {
  readonly db: Database;
  /** Over which nodes count together. */
  readonly bus: Bus;
  readonly log: Logger;
}

/** The rules in force, compiled and held in memory; `load` reads them anew. */
export class RuleBook {
  readonly #options: RuleBookOptions;
  readonly #recent: RecentSends;
  readonly #born = new Map<string, number>();
  readonly #hits = new Map<string, { count: number; at: number }>();
  readonly #timer: NodeJS.Timeout;
  #compiled: CompiledRules = compileRules([]);

  constructor(options: RuleBookOptions) {
    this.#options = options;
    const { bus } = options;
    this.#recent = new RecentSends((tried) => bus.publish(tried));
    bus.subscribe((message, from) => {
      if (message.kind === "tried" && from !== bus.node) this.#recent.hear(message, this.#compiled.memory);
    });
    this.#timer = setInterval(() => void this.writeHits(), writeMs);
    this.#timer.unref();
  }

  async load(): Promise<void> {
    const rows = await this.#options.db.query<{ id: string; name: string; condition: RuleCondition; action: RuleAction }>(
      `SELECT id, name, condition, action FROM "Rule" WHERE enabled ORDER BY position, id`,
    );
    this.#compiled = compileRules(rows satisfies RuleRow[]);
    if (this.#compiled.memory.messages === 0) this.#recent.clear();
  }

  /** What is in force. */
  get compiled(): CompiledRules {
    return this.#compiled;
  }

  /** Reads a text for all rules, ahead of the lane, which must not wait for it. Null where no rule is for this author. */
  async check(author: { userId: string; role: string }, text: string): Promise<RuleCheck | null> {
    const compiled = this.#compiled;
    if (compiled.rules.length === 0 || author.role !== "user") return null;
    return new RuleCheck({
      compiled,
      scan: scanText(compiled, text),
      userId: author.userId,
      bornAt: compiled.needsAge ? await this.#bornAt(author.userId) : 0,
      recent: this.#recent,
    });
  }

  /** Counts what a message met. */
  count(rules: Verdict["hits"]): void {
    const now = Date.now();
    for (const { id } of rules) if (id !== null) this.#hits.set(id, { count: (this.#hits.get(id)?.count ?? 0) + 1, at: now });
  }

  /** One statement for all rules. What cannot be written now is written later. */
  async writeHits(): Promise<void> {
    if (this.#hits.size === 0) return;
    const hits = [...this.#hits].map(([id, { count, at }]) => ({ id, count, at: new Date(at) }));
    this.#hits.clear();
    try {
      await this.#options.db.query(
        `UPDATE "Rule" r SET hits = r.hits + x.count, "lastHitAt" = greatest(r."lastHitAt", x.at)
         FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, count int, at timestamptz) WHERE r.id = x.id`,
        [JSON.stringify(hits)],
      );
    } catch (error) {
      this.#options.log.warn({ err: error }, "hits of rules could not be written");
      for (const { id, count, at } of hits)
        this.#hits.set(id, { count: count + (this.#hits.get(id)?.count ?? 0), at: at.getTime() });
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.writeHits();
  }

  async #bornAt(userId: string): Promise<number> {
    const known = this.#born.get(userId);
    if (known !== undefined) return known;
    const [row] = await this.#options.db.query<{ createdAt: Date }>(`SELECT "createdAt" FROM "User" WHERE id = $1`, [userId]);
    const bornAt = row?.createdAt.getTime() ?? 0;
    if (this.#born.size >= maxAges) this.#born.clear();
    this.#born.set(userId, bornAt);
    return bornAt;
  }
}
