import { v7 as uuidv7 } from "uuid";
import { insertDesk } from "./insert-desk.ts";
import { insertRows } from "./insert-rows.ts";
import { demoPeople, personKey } from "./people.ts";
import { placeDays, type PlacedLine } from "./plan/place-days.ts";
import { planChannel } from "./plan/plan-channel.ts";
import { planPeople } from "./plan/plan-people.ts";
import { planThread } from "./plan/plan-thread.ts";
import { pullThread } from "./plan/pull-thread.ts";
import type { ChannelPlan, UserRow } from "./plan/rows.ts";
import { readConversation, type ConversationLine } from "./read-conversation.ts";
import { directs, rooms, roomsWithThread, type Room } from "./rooms.ts";
import { seededRandom } from "./seeded-random.ts";

export { demoPeople } from "./people.ts";
export type { DemoPerson } from "./people.ts";

/** What the seed needs of `openDatabase()`'s result. */
export interface SeedQueryable {
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
}
export interface SeedDatabase extends SeedQueryable {
  transaction<T>(fn: (tx: SeedQueryable) => Promise<T>): Promise<T>;
}

export interface SeedOptions {
  /** The conversation ends four minutes before this moment. Default: the present. */
  readonly now?: Date | undefined;
  /** The sign-in's own hash, so that the demo passwords work. */
  readonly hashPassword: (password: string) => Promise<string>;
}

/**
 * Fills an empty database with the demo workspace, in one transaction. Answers true if it did; false, with nothing written, if it was seeded
 * before or anybody has an account: the demo's passwords are public, so they must never open somebody's real workspace.
 */
export async function seedDemo(db: SeedDatabase, { now = new Date(), hashPassword }: SeedOptions): Promise<boolean> {
  const [used] = await db.query(`SELECT 1 FROM "ServerState" WHERE key = 'seed' UNION ALL (SELECT 1 FROM "User" LIMIT 1)`);
  if (used !== undefined) return false;
  const hashes = await Promise.all(demoPeople.map(({ password }) => hashPassword(password)));
  const lines = placeDays(await readSlice(), now);
  const people = planPeople(lines, now);
  const channels = planChannels(lines, people, now);
  const accounts = demoPeople.map((person, index) => {
    const { id: userId, createdAt } = personRow(people, personKey(person));
    return {
      id: uuidv7({ msecs: createdAt.getTime() }),
      accountId: userId,
      providerId: "credential",
      userId,
      password: hashes[index],
      createdAt,
      updatedAt: createdAt,
    };
  });
  return db.transaction(async (tx) => {
    // Two nodes that start at once meet at this key: the second waits for the first one's commit, and then has nothing to do.
    const marked = await tx.query(
      `INSERT INTO "ServerState" (key, value, "updatedAt") SELECT 'seed', 'demo', $1 WHERE NOT EXISTS (SELECT 1 FROM "User")
       ON CONFLICT DO NOTHING RETURNING key`,
      [now],
    );
    if (marked.length === 0) return false;
    const shared = { issuer: "local", custom: {}, version: 1 };
    await insertRows(
      tx,
      "User",
      [...people.values()].map((row) => ({ ...row, ...shared, updatedAt: row.createdAt })),
    );
    await insertRows(tx, "Account", accounts);
    // A thread names its message, which names the room.
    await insertChannels(tx, channels.rooms);
    await insertChannels(tx, channels.threads);
    await tx.query(activeDaysSql);
    const moderator = demoPeople.find(({ role }) => role === "moderator");
    if (moderator !== undefined) await insertDesk(tx, { now, moderatorId: personRow(people, personKey(moderator)).id });
    return true;
  });
}

/** Who wrote on a day was here on it: the console's charts begin with that. */
const activeDaysSql = `INSERT INTO "ActiveDay" (day, "userId")
  SELECT DISTINCT (m."createdAt" AT TIME ZONE 'UTC')::date, m."authorId" FROM "Message" m WHERE m.kind <> 'system'`;

async function readSlice(): Promise<ConversationLine[]> {
  const lines: ConversationLine[] = [];
  for await (const line of readConversation(new URL("conversation.jsonl.gz", import.meta.url))) lines.push(line);
  return lines;
}

function personRow(people: ReadonlyMap<string, UserRow>, key: string): UserRow {
  const row = people.get(key);
  if (row === undefined) throw new Error(`The demo has nobody called ${key}.`);
  return row;
}

function planChannels(lines: readonly PlacedLine[], people: ReadonlyMap<string, UserRow>, now: Date) {
  const accountIds = new Set([...people.values()].filter(({ email }) => email !== null).map(({ id }) => id));
  const cast = {
    idOf: (key: string) => personRow(people, key).id,
    nameOf: (key: string) => personRow(people, key).name,
    hasAccount: (userId: string) => accountIds.has(userId),
  };
  const context = { people: cast, called: new Set<string>(), now, random: seededRandom(7) };
  const byRoom = Map.groupBy(lines, (line) => line.room);
  const threads: ChannelPlan[] = [];
  const planRoom = (room: Room) => {
    const said = byRoom.get(room.key) ?? [];
    const thread = roomsWithThread.has(room.key) ? pullThread(said, (nick) => room.people.includes(nick)) : null;
    const answers = new Set(thread?.replies);
    const plan = planChannel(
      { room },
      said.filter((line) => !answers.has(line)),
      context,
    );
    if (thread) threads.push(planThread(plan, thread, context));
    return plan;
  };
  const channels = [
    ...rooms.map(planRoom),
    ...directs.map((pair) => planChannel({ pair }, byRoom.get(pair.join("+")) ?? [], context)),
  ];
  return { rooms: channels, threads };
}

async function insertChannels(tx: SeedQueryable, plans: readonly ChannelPlan[]): Promise<void> {
  const messages = plans.flatMap((plan) => plan.messages);
  const defaults = { slowModeSeconds: 0, hidesHistory: false, custom: {} };
  await insertRows(
    tx,
    "Channel",
    plans.map(({ channel }) => ({ ...channel, ...defaults })),
  );
  await insertRows(
    tx,
    "ChannelHead",
    plans.map(({ head }) => ({ ...head, purgeVersion: 0 })),
  );
  await insertRows(
    tx,
    "Member",
    plans.flatMap(({ members }) => members.map((row) => ({ ...row, visibleFromSeq: 0, stateVersion: 0, custom: {} }))),
  );
  await insertRows(tx, "Message", messages);
  await insertRows(
    tx,
    "MessageRevision",
    plans.flatMap(({ revisions }) => revisions.map((row) => ({ ...row, custom: {} }))),
  );
  await insertRows(
    tx,
    "Reaction",
    plans.flatMap(({ reactions }) => reactions),
  );
  await insertRows(
    tx,
    "Mention",
    messages.flatMap(({ channelId, seq, mentionIds }) => mentionIds.map((userId) => ({ channelId, userId, seq }))),
  );
  const searchable = messages.filter((row) => row.kind === "text" && row.deletedAt === null);
  await insertRows(
    tx,
    "MessageSearch",
    searchable.map(({ id, channelId, text }) => ({ messageId: id, channelId, text })),
  );
}
