import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtMost, type Bench, type Row } from "../measure.ts";
import { startServer } from "../server-process.ts";
import { ours, socketIo, stockTrpc, wsOnce } from "../servers/names.ts";
import { openAudience } from "../subscribe.ts";

/** Connections before the first look, so that what a server allocates once is not counted. */
const warmUp = 100;

/**
 * Memory of a connection that is subscribed to one channel and hears nothing, after garbage collection: resident, in which the young part of the heap
 * counts for as much as it has grown, and the objects that are held.
 */
export async function measureIdleMemory({ postgres, size, say }: Bench): Promise<Row[]> {
  const { idleConnections } = size;
  const workspace = await makeWorkspace(postgres.database, { people: warmUp + idleConnections, channels: 1 });
  const [first, then] = [workspace.people.slice(0, warmUp), workspace.people.slice(warmUp)];
  const names = [wsOnce, ours, socketIo, stockTrpc].map((name) => ({ name }));
  const { resident, held } = await alternate(names, size.rounds, async ({ name }, round) => {
    say(`memory of ${idleConnections} connections, round ${round + 1}: ${name}`);
    await using server = await startServer(name, postgres);
    using _warm = await openAudience(server, { ...workspace, people: first });
    await server.settled();
    const before = await server.usage("after gc");
    using _idle = await openAudience(server, { ...workspace, people: then });
    await server.settled();
    const after = await server.usage("after gc");
    const each = (bytes: number) => bytes / idleConnections / 1_024;
    return { resident: each(after.memory - before.memory), held: each(after.heap - before.heap) };
  });
  const what = `idle connection, at ${idleConnections.toLocaleString("en")}`;
  const target = ratioAtMost(1.6);
  return [
    { what, unit: "KiB resident", figures: resident, reference: wsOnce, target },
    { what, unit: "KiB of live objects", figures: held, reference: wsOnce, target },
  ];
}
