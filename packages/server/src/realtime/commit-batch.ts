import type { ChatDefinition } from "@chat/contract";
import type { Database, Queryable } from "@chat/db";
import { ChatError } from "../chat-error.ts";
import type { ChannelRow, HeadRow } from "../channels/record.ts";
import type { Change, Committed } from "./change.ts";
import { ChannelWork, type PendingWrites } from "./channel-work.ts";
import { loadWork, type LoadedRows } from "./load-work.ts";
import { writeWork } from "./write-work.ts";

export type Outcome = { ok: true; result: unknown } | { ok: false; error: ChatError };

interface Batch {
  readonly db: Database;
  readonly definition: ChatDefinition;
  readonly changes: readonly Change[];
  /** Wait for locks (a channel's own lane) or skip locked channels (the main lane). */
  readonly wait: boolean;
}

interface Result {
  /** By index of `changes`; undefined for those whose channel is locked elsewhere. */
  readonly outcomes: (Outcome | undefined)[];
  readonly locked: ReadonlySet<string>;
  readonly committed: Committed[];
}

interface LockedHead extends HeadRow {
  readonly rootId: string;
}

/** With a thread's head that of its root, whose message sums the thread up; a root never changes, so that this snapshot may tell it. */
const lockSql = (suffix: string) => `SELECT h.*, c."rootId" FROM "ChannelHead" h JOIN "Channel" c ON c.id = h."channelId"
  WHERE h."channelId" = ANY(ARRAY(SELECT unnest($1::uuid[]) UNION SELECT "rootId" FROM "Channel" WHERE id = ANY($1::uuid[])))
  ORDER BY h."channelId" FOR NO KEY UPDATE OF h ${suffix}`;

/**
 * One transaction of the lane, in two round trips. First the heads are locked in id order and, in a statement of its own since its snapshot
 * must be younger than the lock, the guards' rows are read; then the changes run in order in memory, and all that passed is written at once.
 */
export async function commitBatch({ db, definition, changes, wait }: Batch): Promise<Result> {
  const channelIds = [...new Set(changes.map((change) => change.channelId))];
  return db.transaction(async (tx) => {
    // All is found by keys. Planned while a site was young, a statement would read whole tables until somebody gathers statistics.
    tx.query("SET LOCAL enable_seqscan = off").catch(() => undefined);
    if (wait) void tx.query("SET LOCAL lock_timeout = '5s'").catch(() => undefined);
    const [heads, rows] = await Promise.all([
      tx.query<LockedHead>(wait ? lockSql("") : lockSql("SKIP LOCKED"), [channelIds]),
      loadWork(tx, changes),
    ]);
    const locked = wait ? new Set<string>() : await findLocked(tx, channelIds, heads);
    const writes = emptyWrites();
    const works = openWorks(rows, { definition, heads, writes });
    const outcomes = changes.map((change) =>
      locked.has(change.channelId) ? undefined : apply(works.get(change.channelId), change),
    );
    writeWork(tx, writes);
    const committed = [...works.values()]
      .filter((work) => work.events.length > 0)
      .map(({ channel: { id: channelId, rootId }, events }) => ({ channelId, ...(rootId !== channelId && { rootId }), events }));
    return { outcomes, locked, committed };
  });
}

/** Of the heads that were not had, those that exist are locked by somebody else; and a thread waits for its root. */
async function findLocked(tx: Queryable, channelIds: string[], heads: LockedHead[]): Promise<ReadonlySet<string>> {
  const had = new Set(heads.map((head) => head.channelId));
  const rootless = heads.filter((head) => !had.has(head.rootId)).map((head) => head.channelId);
  const missing = channelIds.filter((id) => !had.has(id));
  if (missing.length === 0) return new Set(rootless);
  const rows = await tx.query<{ channelId: string }>(
    `SELECT "channelId" FROM "ChannelHead" WHERE "channelId" = ANY($1::uuid[])`,
    [missing],
  );
  return new Set([...rootless, ...rows.map((row) => row.channelId)]);
}

function openWorks(
  rows: LoadedRows,
  batch: { definition: ChatDefinition; heads: readonly HeadRow[]; writes: PendingWrites },
): Map<string, ChannelWork> {
  const heads = new Map(batch.heads.map((head) => [head.channelId, head]));
  const shared = {
    definition: batch.definition,
    now: new Date().toISOString(),
    writes: batch.writes,
    users: new Map(rows.users.map((row) => [row.id, row])),
  };
  const works = new Map<string, ChannelWork>();
  const [roots, threads] = [rows.channels.filter(isRoot), rows.channels.filter((channel) => !isRoot(channel))];
  for (const channel of roots) {
    const head = heads.get(channel.id);
    if (head !== undefined) works.set(channel.id, new ChannelWork(channel, head, rows, shared));
  }
  for (const channel of threads) {
    const head = heads.get(channel.id);
    const root = works.get(channel.rootId);
    if (head !== undefined && root !== undefined)
      works.set(channel.id, new ChannelWork(channel, head, rows, { ...shared, root }));
  }
  return works;
}

const isRoot = ({ id, rootId }: ChannelRow) => id === rootId;

function apply(work: ChannelWork | undefined, change: Change): Outcome {
  if (work === undefined) return { ok: false, error: new ChatError("NOT_FOUND") };
  try {
    return { ok: true, result: change.apply(work) };
  } catch (error) {
    if (error instanceof ChatError) return { ok: false, error };
    throw error;
  }
}

function emptyWrites(): PendingWrites {
  return {
    newMessages: new Set(),
    changedMessages: new Set(),
    revisions: [],
    newMentions: [],
    dropMentions: [],
    newReactions: new Map(),
    dropReactions: new Map(),
    members: new Set(),
    newThreads: [],
    channels: new Set(),
    heads: new Set(),
    reviews: new Map(),
  };
}
