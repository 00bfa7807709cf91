import type { ChannelHead } from "@chat/contract";
import { openDatabase, type Database } from "@chat/db";
import pg from "pg";
import { signToken } from "../fixtures/sign-token.ts";
import { makeWorkspace } from "../load/make-workspace.ts";

/** Somebody of a host product, with a token that outlives a test. */
export interface Member {
  readonly id: string;
  /** What signs a token of one's own, for a test that is longer than the longest. */
  readonly externalId: string;
  readonly token: string;
  readonly headers: { readonly authorization: string };
}

export interface StoredRow {
  readonly channelId: string;
  readonly seq: number;
  readonly version: number;
  readonly clientId: string;
}

/** People and channels that all of them are in, written straight into the tables, with a look of one's own at the database. */
export interface Room extends AsyncDisposable {
  readonly database: Database;
  readonly members: Member[];
  readonly channelIds: string[];
  /** The rows of a channel by seq; system lines are none here. */
  rows(channelId: string): Promise<StoredRow[]>;
  head(channelId: string): Promise<Pick<ChannelHead, "seq" | "version" | "messageCount">>;
  /** Connections of servers, and of this room, to its database, as PostgreSQL's superuser sees them. */
  sessions(): Promise<{ pid: number; state: string; query: string }[]>;
  /** The member of this number, begun anew after the last. */
  member(n: number): Member;
}

export async function makeRoom(databaseUrl: string, size: { people: number; channels: number }): Promise<Room> {
  const database = await openDatabase({ url: databaseUrl, max: 4, log: () => undefined });
  const superuser = new pg.Pool({ connectionString: databaseUrl, max: 1, application_name: "watcher" });
  superuser.on("error", () => undefined);
  const { people, channelIds } = await makeWorkspace(database, size);
  const members = await Promise.all(
    people.map(async ({ id, externalId }) => {
      const token = await signToken(externalId, {}, { exp: 890 });
      return { id, externalId, token, headers: { authorization: `Bearer ${token}` } };
    }),
  );
  return {
    database,
    members,
    channelIds,
    async sessions() {
      const { rows } = await superuser.query<{ pid: number; state: string; query: string }>(
        `SELECT pid, state, query FROM pg_stat_activity
         WHERE datname = current_database() AND backend_type = 'client backend' AND application_name = 'chat'`,
      );
      return rows;
    },
    member(n) {
      const member = members[n % members.length];
      if (member === undefined) throw new Error("The room is empty.");
      return member;
    },
    rows: (channelId) =>
      database.query<StoredRow>(
        `SELECT "channelId", seq, version, "clientId" FROM "Message" WHERE "channelId" = $1 ORDER BY seq`,
        [channelId],
      ),
    async head(channelId) {
      const [row] = await database.query<ChannelHead>(`SELECT * FROM "ChannelHead" WHERE "channelId" = $1`, [channelId]);
      if (row === undefined) throw new Error("There is no such channel.");
      return row;
    },
    async [Symbol.asyncDispose]() {
      await superuser.end();
      await database.close();
    },
  };
}
