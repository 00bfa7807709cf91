import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtMost, type Bench, type Row } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { aimAt, pace } from "../publish.ts";
import { startServer } from "../server-process.ts";
import { fanOutServers, wsOnce } from "../servers/names.ts";
import { openAudience } from "../subscribe.ts";

const rate = 10_000;

/** Fan-out in one room at 10,000 deliveries a second, not durable: one event after the other, each in a write of its own. */
export async function measurePacedFanOut({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = await Promise.all(fanOutServers.map(async (name) => stack.use(await startServer(name, postgres))));
  const rows: Row[] = [];
  for (const count of size.subscribers) {
    const workspace = await makeWorkspace(postgres.database, { people: count, channels: 1 });
    const { cpu, p99 } = await alternate(servers, size.rounds, async (server, round) => {
      say(`fan-out to ${count} paced, round ${round + 1}: ${server.name}`);
      aimAt(server, workspace);
      using audience = await openAudience(server, workspace);
      await pace(server, audience, { rate, ms: size.warmUpMs });
      await server.settled();
      const { cpu, times } = await pace(server, audience, { rate, ms: size.measureMs });
      return { cpu, p99: percentile(times, 99) };
    });
    const what = `fan-out to ${count.toLocaleString("en")} at ${rate.toLocaleString("en")}/s`;
    rows.push(
      { what, unit: "server CPU µs a delivery", figures: cpu, reference: wsOnce, target: ratioAtMost(1.2) },
      { what, unit: "p99 ms", figures: p99, reference: wsOnce },
    );
  }
  return rows;
}
