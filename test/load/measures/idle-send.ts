import { randomUUID } from "node:crypto";
import { makeWorkspace } from "../make-workspace.ts";
import { alternate, ratioAtMost, type Bench, type Row } from "../measure.ts";
import { percentile } from "../percentile.ts";
import { openRawSocket } from "../raw-socket.ts";
import { startServer } from "../server-process.ts";
import { ours, stockTrpc } from "../servers/names.ts";
import { openAudience, tokenFor } from "../subscribe.ts";

const members = 11;
const warmUp = 20;

/** From a send until the last of ten others has the message, when nothing else goes on: gathering must cost nothing where nothing waits. */
export async function measureIdleSend({ postgres, size, say }: Bench): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const start = async (name: string) => stack.use(await startServer(name, postgres, { isDurable: true }));
  const servers = [await start(stockTrpc), await start(ours)];
  const { p50 } = await alternate(servers, size.rounds, async (server, round) => {
    say(`idle send, round ${round + 1}: ${server.name}`);
    const workspace = await makeWorkspace(postgres.database, { people: members, channels: 1 });
    const [person = { id: "", externalId: "" }] = workspace.people;
    const [channelId = ""] = workspace.channelIds;
    using audience = await openAudience(server, workspace);
    using writer = await openRawSocket(server.url, await tokenFor(server, person));
    await server.settled();
    const times: number[] = [];
    for (let i = 0; i < warmUp + size.idleSends; i += 1) {
      const start = performance.now();
      const heard = new Promise<void>((resolve) => (audience.last.onEvent = resolve));
      const acknowledged = writer.call("mutation", "message.send", {
        channelId,
        clientId: randomUUID(),
        text: "Is anybody there?",
      });
      await heard;
      if (i >= warmUp) times.push(performance.now() - start);
      await acknowledged;
    }
    return { p50: percentile(times, 50) };
  });
  const what = `idle send → receive, ${members} members`;
  return [{ what, unit: "p50 ms", figures: p50, reference: stockTrpc, target: ratioAtMost(1) }];
}
