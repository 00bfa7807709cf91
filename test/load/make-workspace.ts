import { randomUUID } from "node:crypto";
import type { Database } from "@chat/db";

export interface Workspace {
  readonly people: { id: string; externalId: string }[];
  readonly channelIds: string[];
}

/** Writes people of a host product and groups that all of them are in, straight into the tables. */
export async function makeWorkspace(
  db: Database,
  size: { people: number; channels: number; channelId?: string },
): Promise<Workspace> {
  const people = Array.from({ length: size.people }, () => ({ id: randomUUID(), externalId: randomUUID() }));
  const channelIds = Array.from({ length: size.channels }, (_, i) => (i === 0 ? size.channelId : undefined) ?? randomUUID());
  const ids = people.map(({ id }) => id);
  await db.query(
    `INSERT INTO "User" (id, issuer, "externalId", name, "updatedAt") SELECT id, 'host', external, 'Person ' || place, now()
     FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS x(id, external, place)`,
    [ids, people.map(({ externalId }) => externalId)],
  );
  await db.query(
    `INSERT INTO "Channel" (id, type, name, "rootId", version) SELECT id, 'group', 'Bench', id, 1 FROM unnest($1::uuid[]) AS id`,
    [channelIds],
  );
  await db.query(
    `INSERT INTO "ChannelHead" ("channelId", version, "memberCount") SELECT id, 1 + $2::int, $2::int FROM unnest($1::uuid[]) AS id`,
    [channelIds, people.length],
  );
  await db.query(
    `INSERT INTO "Member" ("channelId", "userId", version) SELECT c, u, 1 + place FROM unnest($1::uuid[]) AS c,
     unnest($2::uuid[]) WITH ORDINALITY AS x(u, place)`,
    [channelIds, ids],
  );
  return { people, channelIds };
}
