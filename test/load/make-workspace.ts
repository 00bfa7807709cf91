import { randomUUID } from "node:crypto";
import type { Database } from "@chat/db";

export interface Person {
  readonly id: string;
  /** Their name too, so that a token with no other renames nobody. */
  readonly externalId: string;
}

export interface Workspace {
  readonly people: Person[];
  readonly channelIds: string[];
  /** Of each channel. */
  readonly version: number;
}

/** Writes people of a host product and groups that all of them are in, straight into the tables. */
export async function makeWorkspace(db: Database, size: { people: number; channels: number }): Promise<Workspace> {
  const people = Array.from({ length: size.people }, () => ({ id: randomUUID(), externalId: randomUUID() }));
  const channelIds = Array.from({ length: size.channels }, () => randomUUID());
  const version = 1 + people.length;
  const ids = people.map(({ id }) => id);
  await db.query(
    `INSERT INTO "User" (id, issuer, "externalId", name, "updatedAt") SELECT id, 'host', external, external, now()
     FROM unnest($1::uuid[], $2::text[]) AS x(id, external)`,
    [ids, people.map(({ externalId }) => externalId)],
  );
  await db.query(
    `INSERT INTO "Channel" (id, type, name, "rootId", version) SELECT id, 'group', 'Bench', id, 1 FROM unnest($1::uuid[]) AS id`,
    [channelIds],
  );
  await db.query(
    `INSERT INTO "ChannelHead" ("channelId", version, "memberCount") SELECT id, $2::int, $3::int FROM unnest($1::uuid[]) AS id`,
    [channelIds, version, people.length],
  );
  await db.query(
    `INSERT INTO "Member" ("channelId", "userId", version) SELECT c, u, 1 + place FROM unnest($1::uuid[]) AS c,
     unnest($2::uuid[]) WITH ORDINALITY AS x(u, place)`,
    [channelIds, ids],
  );
  return { people, channelIds, version };
}
