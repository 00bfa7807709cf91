import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtMost, type Bench, type Row } from "../measure.ts";
import { aimAt, saturate } from "../publish.ts";
import { startServer } from "../server-process.ts";
import { fanOutServers, wsOnce } from "../servers/names.ts";
import { openAudience } from "../subscribe.ts";

/** Events on their way at once. */
const window = 16;

/** Fan-out in one room as fast as it goes, not durable. Under a backlog many events can leave in one write. */
export async function measureSaturatedFanOut({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const servers = await Promise.all(fanOutServers.map(async (name) => stack.use(await startServer(name, postgres))));
  const rows: Row[] = [];
  for (const count of size.subscribers) {
    const workspace = await makeWorkspace(postgres.database, { people: count, channels: 1 });
    const { rate, cpu } = await alternate(servers, size.rounds, async (server, round) => {
      say(`fan-out to ${count} at saturation, round ${round + 1}: ${server.name}`);
      aimAt(server, workspace);
      using audience = await openAudience(server, workspace);
      await saturate(server, audience, { window, ms: size.warmUpMs });
      await server.settled();
      return await saturate(server, audience, { window, ms: size.measureMs });
    });
    const what = `fan-out to ${count.toLocaleString("en")} at saturation`;
    rows.push(
      { what, unit: "deliveries/s", figures: rate, reference: wsOnce },
      { what, unit: "server CPU µs a delivery", figures: cpu, reference: wsOnce, target: ratioAtMost(0.25) },
    );
  }
  return rows;
}
