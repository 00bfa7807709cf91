import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callHttp, proceduresOf } from "../fixtures/call.ts";
import { consoleRows } from "./console-rows.ts";
import { gatherCast, type Cast, type Role } from "./roles.ts";
import { deskRows } from "./sanctioned-rows.ts";

/** Questions that come by POST, since they are too long for an address: they tell nothing of anybody and change nothing. */
const questions = ["admin.rule.test", "admin.rule.importWords"];
/** One row of the matrix for each: who is asked what, and an input that is good. */
const rows = new Map([...consoleRows, ...deskRows].toReversed().map((row) => [row.name.split(" ")[0] ?? "", row]));

interface Entry {
  readonly actorId: string;
  readonly action: string;
  readonly outcome: string;
}

let cast: Cast;
beforeAll(async () => {
  cast = await gatherCast();
});
afterAll(() => cast[Symbol.asyncDispose]());

const actions = () =>
  proceduresOf(cast.server.chat)
    .filter(({ path, type }) => path.startsWith("admin.") && type === "mutation")
    .map(({ path }) => path);

async function lastId(): Promise<string> {
  const [row] = await cast.server.database.query<{ id: string }>(`SELECT coalesce(max(id), 0)::text AS id FROM "AuditLog"`);
  return row?.id ?? "0";
}
const entriesSince = (id: string) =>
  cast.server.database.query<Entry>(
    `SELECT "actorId", action, detail ->> 'outcome' AS outcome FROM "AuditLog" WHERE id > $1 ORDER BY id`,
    [id],
  );

/** What a call of somebody left in the log, beside how it was answered. */
async function callAs(role: Role, path: string, input: unknown): Promise<{ reason: string; entries: Entry[]; actorId: string }> {
  const before = await lastId();
  const { reason } = await callHttp(cast.server, cast.people[role], { path, type: "mutation" }, input);
  return { reason, entries: await entriesSince(before), actorId: cast.people[role].id };
}

describe("S45: every action of staff is exactly one entry, accepted or refused", () => {
  test("by everybody who calls it", async () => {
    const accepted: string[] = [];
    for (const path of actions()) {
      const row = rows.get(path);
      if (row === undefined) throw new Error(`The matrix has no row of ${path}.`);
      for (const role of ["member", "staff", "admin"] as const) {
        const room = await cast.makeRoom();
        const { reason, entries, actorId } = await callAs(role, path, await row.input({ role, room, cast }));
        const isBulk = path === "admin.user.bulk" && reason === "ok";
        const told = [
          // Of many at once each person has an entry of their own, and the call has one as every call.
          ...(isBulk ? [{ actorId, action: "admin.user.signOut", outcome: "ok" }] : []),
          ...(questions.includes(path) ? [] : [{ actorId, action: path, outcome: reason }]),
        ];
        expect([path, role, entries]).toEqual([path, role, told]);
        if (role === "admin" && reason === "ok") accepted.push(path);
      }
      const refused = await callAs("admin", path, { nonsense: true });
      expect([path, refused.reason]).toEqual([path, "INVALID_INPUT"]);
      expect([path, refused.entries]).toEqual([
        path,
        questions.includes(path) ? [] : [{ actorId: refused.actorId, action: path, outcome: "INVALID_INPUT" }],
      ]);
    }
    // Staff who are no members of a room do not judge there: that they are refused is told as well.
    expect(actions().filter((path) => !accepted.includes(path))).toEqual(["admin.message.hide", "admin.message.delete"]);
    expect(await cast.server.database.query(`SELECT FROM "AuditIntent"`)).toEqual([]);
    expect(await cast.as("admin").admin.audit.verify()).toMatchObject({ brokenAt: null, missing: 0 });
  });
});
