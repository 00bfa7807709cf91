import { dayTotals } from "../../../packages/server/src/admin/day-totals.ts";
import { startServer } from "../../fixtures/server.ts";
import { fillSite } from "../fill-site.ts";
import { figureAtMost, type Bench, type Row } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { openBenchDatabase } from "../bench-database.ts";
import { ours } from "../servers/names.ts";

const raw = "SELECT 1";

/**
 * Every list and search of the console at the server, on a site as large as the console promises to be quick at, by the admin's own calls: the slowest
 * of twenty. What stands beside each is the smallest query that there is, over the same connections.
 */
export async function measureConsoleLists({ size, say }: Bench): Promise<Row[]> {
  await using postgres = await openBenchDatabase();
  await using server = await startServer({ databaseUrl: postgres.url });
  // The first to sign up on a new site is its admin.
  const admin = await server.signUp("Ada Admin");
  await fillSite(postgres.database, size.site, say);
  await postgres.analyze();
  const { admin: api } = await server.chat.callerFor(new Headers(admin.headers));
  const [group] = (await api.group.list({ query: "Room 7" })).items;
  const [reported] = (await api.report.list({})).items;
  if (group === undefined || reported === undefined) throw new Error("The site has no group or no case.");
  const { id: channelId } = group;
  const userId = reported.user.id;
  // What a server does by itself a minute after its start.
  await dayTotals(server.database, 90);

  const reads: Record<string, [read: (turn: number) => Promise<unknown>, mostMs: number]> = {
    "people, the latest": [() => api.user.list({}), 100],
    "people by part of a name": [
      (turn) => api.user.list({ query: ["haddad", "fuchs 1", "mir", "person77", "zzz"][turn % 5] ?? "" }),
      100,
    ],
    "people who were reported": [() => api.user.list({ isReported: true, sort: "name" }), 100],
    "people who are banned": [() => api.user.list({ state: "banned", sort: "-lastSeenAt" }), 100],
    "somebody's details": [() => api.user.get({ userId }), 100],
    "somebody's timeline": [() => api.user.timeline({ userId }), 100],
    "groups by activity": [() => api.group.list({}), 100],
    "groups by messages": [() => api.group.list({ sort: "messages" }), 100],
    "groups by part of a name": [(turn) => api.group.list({ query: ["kernel", "room 99", "zzz"][turn % 3] ?? "" }), 100],
    "a group's members": [() => api.group.members({ channelId }), 100],
    "a group's transcript": [() => api.group.transcript({ channelId, reason: "For the benchmark" }), 100],
    "what has a link of a group's transcript": [
      () => api.group.transcript({ channelId, reason: "For the benchmark", onlyLinks: true }),
      100,
    ],
    "the queue": [() => api.report.list({}), 100],
    "the queue by part of a text": [() => api.report.list({ text: "printer" }), 100],
    "a case": [() => api.report.get({ caseId: reported.id }), 100],
    "sanctions in force": [() => api.sanction.list({}), 100],
    "sanctions by part of a name or reason": [
      (turn) => api.sanction.list({ text: ["haddad", "spam", "zzz"][turn % 3] ?? "" }),
      100,
    ],
    "appeals that wait": [() => api.appeal.list({}), 100],
    "appeals that were decided": [() => api.appeal.list({ state: "decided" }), 100],
    invites: [() => api.invite.list({}), 100],
    "sessions of staff": [() => api.session.list({}), 100],
    "the audit log of one action": [() => api.audit.list({ action: "admin.report" }), 100],
    "the overview's numbers": [() => api.overview.now(), 300],
    "the overview's charts of 90 days": [() => api.overview.history({ range: "90d" }), 300],
  };
  say("reading the console's lists");
  const rows: Row[] = [];
  for (const [what, [read, mostMs]] of Object.entries(reads)) {
    const figures = { [ours]: await slowest(read), [raw]: await slowest(() => server.database.query("SELECT 1")) };
    rows.push({ what: `console: ${what}`, unit: "p95 ms", figures, reference: raw, target: figureAtMost(mostMs) });
  }
  return rows;
}

const calls = 20;

/** The 95th percentile in milliseconds, the first call among them: nobody warms a console up. */
async function slowest(read: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < calls; turn += 1) {
    const start = performance.now();
    await read(turn);
    times.push(performance.now() - start);
  }
  return percentile(times, 95);
}
