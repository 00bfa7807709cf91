import type { Database } from "@chat/db";
import { bannedSql as bannedEverywhereSql } from "../auth/may-call.ts";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import type { Logger } from "../logger.ts";
import { readerSql } from "../members/policy.ts";
import type { Bus } from "./bus.ts";
import type { ChannelSubscriber } from "./channel-subscriber.ts";
import type { Epoch } from "./epoch.ts";
import type { Hub } from "./hub.ts";
import type { InboxSubscriber } from "./inboxes.ts";

/** How often rights of open sockets are compared with the database, in milliseconds. */
const everyMs = 5_000;

interface RecheckOptions {
  readonly db: Database;
  readonly bus: Bus;
  readonly hub: Hub;
  readonly epoch: Epoch;
  readonly log: Logger;
}

/**
 * What an event told another node too late, or not at all: every 5 s, and at once where the bus tells that somebody's rights changed, one query ends the sockets of sessions and people that no longer may,
 * and the subscriptions of members who are none. A changed epoch (the database was restored) restarts all sockets.
 */
export function startRecheck(options: RecheckOptions): { stop(): void } {
  const warn = (error: unknown) => options.log.warn({ err: error }, "open sockets could not be re-checked");
  const timer = setInterval(() => void recheck(options).catch(warn), everyMs);
  timer.unref();
  options.bus.subscribe((message) => {
    if (message.kind === "rights") compare(options, new Set(message.userIds)).catch(warn);
  });
  return { stop: () => clearInterval(timer) };
}

async function recheck(options: RecheckOptions): Promise<void> {
  const { hub, epoch } = options;
  const now = Date.now();
  // First, since it needs no database.
  for (const connection of hub.connections) {
    if (connection.caller !== null && connection.caller.expiresAt <= now) connection.close(4401, "signed out");
  }
  if (await hasGoneBack(options)) await epoch.renew();
  // Also while nobody is here: who comes next is told the epoch of now.
  if (await epoch.refresh()) for (const connection of hub.connections) connection.close(1012, "restored");
  await compare(options, null);
}

/** An image of the database's disk that was put back leaves its epoch as it was, but not versions that were already told to people here. */
async function hasGoneBack({ db, hub }: RecheckOptions): Promise<boolean> {
  const told = [...hub.topics()].filter(({ version }) => version !== null);
  if (told.length === 0) return false;
  const rows = await db.query(
    `SELECT FROM unnest($1::uuid[], $2::int[]) AS told("channelId", version)
     JOIN "ChannelHead" h ON h."channelId" = told."channelId" WHERE h.version < told.version LIMIT 1`,
    [told.map(({ channelId }) => channelId), told.map(({ version }) => version)],
  );
  return rows.length > 0;
}

/** `people`: only of these; null of all. */
async function compare({ db, hub }: RecheckOptions, people: ReadonlySet<string> | null): Promise<void> {
  const isMeant = (userId: string) => people === null || people.has(userId);
  // Who comes while the query runs was just looked at, and is not asked about.
  const connections = [...hub.connections].filter(({ caller }) => caller !== null && isMeant(caller.userId));
  if (connections.length === 0) return;
  const subscribers = [...hub.subscribers()].filter(({ userId }) => isMeant(userId));
  const inboxes = [...hub.inboxes.all()].filter(({ userId }) => isMeant(userId));
  const lost = await readLost(
    db,
    connections.flatMap(({ caller }) => caller ?? []),
    subscribers,
  );
  for (const connection of connections) if (isLost(connection.caller, lost)) connection.close(4401, "signed out");
  for (const subscriber of lost.places.size === 0 ? [] : subscribers)
    if (lost.places.has(`${subscriber.channelId} ${subscriber.userId}`)) subscriber.sink.end(new ChatError("NOT_FOUND"));
  for (const inbox of inboxes) bar(hub, inbox, lost.bans.get(inbox.userId) ?? nowhere);
}

function isLost(caller: Caller | null, { people, sessions }: Lost): boolean {
  return caller !== null && (people.has(caller.userId) || (caller.sessionId !== null && sessions.has(caller.sessionId)));
}

const nowhere: ReadonlySet<string> = new Set();

/** An inbox hears nothing of where its person is banned; one whose ban ended starts anew, since it missed what came meanwhile. */
function bar(hub: Hub, inbox: InboxSubscriber, banned: ReadonlySet<string>): void {
  if ([...inbox.barred].some((channelId) => !banned.has(channelId))) inbox.connection?.close(1012, "access changed");
  for (const channelId of banned) {
    inbox.barred.add(channelId);
    hub.dismiss(inbox.userId, channelId);
  }
}

/** What does not hold any more. All that does, which is nearly all, is not told: thousands of sockets would cost as many rows. */
interface Lost {
  /** Ids of sessions that ended. */
  readonly sessions: ReadonlySet<string>;
  /** Ids of people who are deactivated or banned everywhere. */
  readonly people: ReadonlySet<string>;
  /** `<channel> <user>` of subscribers who are no members in force. */
  readonly places: ReadonlySet<string>;
  /** By person, the channels that they are banned from. */
  readonly bans: ReadonlyMap<string, ReadonlySet<string>>;
}

const sql = `SELECT
  ARRAY(SELECT x.id::text FROM unnest($1::uuid[]) AS x(id)
    WHERE NOT EXISTS (SELECT FROM "Session" s WHERE s.id = x.id AND s."expiresAt" > now())) AS sessions,
  ARRAY(SELECT u.id::text FROM "User" u WHERE u.id = ANY($2::uuid[]) AND (u."deactivatedAt" IS NOT NULL OR ${bannedEverywhereSql})) AS people,
  ARRAY(SELECT x."channelId" || ' ' || x."userId" FROM unnest($3::uuid[], $4::uuid[]) AS x("channelId", "userId")
    WHERE NOT EXISTS (SELECT FROM "Channel" c ${readerSql(`x."userId"`)} WHERE c.id = x."channelId")) AS places,
  ARRAY(SELECT jsonb_build_array(s."userId", s."channelId") FROM "Sanction" s WHERE s."userId" = ANY($2::uuid[]) AND s.type = 'ban'
    AND s."channelId" IS NOT NULL AND s."liftedAt" IS NULL AND (s.until IS NULL OR s.until > now())) AS bans`;

async function readLost(db: Database, callers: readonly Caller[], subscribers: readonly ChannelSubscriber[]): Promise<Lost> {
  const [row] = await db.query<{
    sessions: string[];
    people: string[];
    places: string[];
    bans: [userId: string, channelId: string][];
  }>(sql, [
    callers.flatMap(({ sessionId }) => sessionId ?? []),
    callers.map(({ userId }) => userId),
    subscribers.map(({ channelId }) => channelId),
    subscribers.map(({ userId }) => userId),
  ]);
  if (row === undefined) throw new Error("The rights of open sockets could not be read.");
  const bans = new Map<string, Set<string>>();
  for (const [userId, channelId] of row.bans) bans.set(userId, (bans.get(userId) ?? new Set()).add(channelId));
  return { sessions: new Set(row.sessions), people: new Set(row.people), places: new Set(row.places), bans };
}
