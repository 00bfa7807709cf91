import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtMost, type Bench, type Row } from "../measure.ts";
import { startServer } from "../server-process.ts";
import { ours, socketIo, stockTrpc, wsOnce } from "../servers/names.ts";
import { openAudience } from "../subscribe.ts";

/** Connections before the first look, so that what a server allocates once is not counted. */
const warmUp = 100;

/** Resident memory of a connection that is subscribed to one channel and hears nothing, after garbage collection. */
export async function measureIdleMemory({ postgres, size, say }: Bench): Promise<Row[]> {
  const { idleConnections } = size;
  const workspace = await makeWorkspace(postgres.database, { people: warmUp + idleConnections, channels: 1 });
  const [first, then] = [workspace.people.slice(0, warmUp), workspace.people.slice(warmUp)];
  const names = [wsOnce, ours, socketIo, stockTrpc].map((name) => ({ name }));
  const { KiB } = await alternate(names, size.rounds, async ({ name }, round) => {
    say(`memory of ${idleConnections} connections, round ${round + 1}: ${name}`);
    await using server = await startServer(name, postgres);
    using _warm = await openAudience(server, { ...workspace, people: first });
    await server.settled();
    const before = await server.usage("after gc");
    using _idle = await openAudience(server, { ...workspace, people: then });
    await server.settled();
    const after = await server.usage("after gc");
    return { KiB: (after.memory - before.memory) / idleConnections / 1_024 };
  });
  const what = `idle connection, at ${idleConnections.toLocaleString("en")}`;
  return [{ what, unit: "KiB", figures: KiB, reference: wsOnce, target: ratioAtMost(1.6) }];
}
