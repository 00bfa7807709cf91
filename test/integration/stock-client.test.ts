import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from "@trpc/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { makeGroup } from "../fixtures/group.ts";
import { openRawSocket, type WireFrame } from "../fixtures/raw-socket.ts";
import { startServer } from "../fixtures/server.ts";
import { openSocket, watchChannel, watchInbox } from "../fixtures/socket.ts";
import { createLabRouter, serveLab } from "../fixtures/wire-lab.ts";

const endings = { stock: { count: 0 }, ours: { count: 0 } };
const stack = new AsyncDisposableStack();
let stock: { url: string };
let ours: { url: string };
beforeAll(async () => {
  stock = stack.use(await serveLab(createLabRouter(endings.stock), "stock"));
  ours = stack.use(await serveLab(createLabRouter(endings.ours), "ours"));
});
afterAll(() => stack.disposeAsync());

const call = (method: string, path: string, input?: unknown, more: object = {}) => ({
  id: 1,
  method,
  params: { path, input },
  ...more,
});
const last = call("query", "echo", "last", { id: "last" });

/** All frames that a server answers to these, by the id of their request. */
async function answersOf(server: { url: string }, sent: readonly unknown[], count: number): Promise<unknown[]> {
  using socket = await openRawSocket(server);
  for (const frame of sent) socket.send(frame);
  await socket.until(count);
  socket.send(last);
  await socket.until(count + 1);
  const frames = socket.frames.filter((frame): frame is WireFrame => typeof frame !== "string");
  expect(frames.at(-1)?.id).toBe("last");
  const byId = Map.groupBy(frames.slice(0, -1), ({ id }) => String(id));
  return [...byId.keys()].toSorted().map((id) => byId.get(id)?.map(withoutParseMessage));
}

/** How a frame that is none is called in words differs. */
function withoutParseMessage(frame: WireFrame): WireFrame {
  if (frame.error?.code !== -32700 || frame.error.message === "`id` is required") return frame;
  return { ...frame, error: { ...frame.error, message: "" } };
}

const json = { jsonrpc: "2.0" };
/** What is sent, and how many frames answer it. */
const cases: Record<string, [sent: unknown[], count: number]> = {
  "a query": [[call("query", "echo", { a: [1, null] })], 1],
  "a query without input": [[call("query", "echo")], 1],
  "a query that answers nothing": [[call("query", "nothing")], 1],
  "a mutation": [[call("mutation", "strict", { n: 1 })], 1],
  "input that does not fit": [[call("mutation", "strict", { n: "1" })], 1],
  "a refusal": [[call("mutation", "conflict")], 1],
  "a failure": [[call("query", "breaks")], 1],
  "an answer that JSON cannot hold": [[call("query", "unwritable")], 1],
  "a query that answers a generator": [[call("query", "stream")], 1],
  "an unknown path": [[call("query", "none.such")], 1],
  "a path into Object's prototype": [[call("query", "constructor"), call("query", "__proto__", 1, { id: 2 })], 2],
  "a query called as a mutation": [[call("mutation", "echo")], 1],
  "a subscription called as a query": [[call("query", "untracked")], 1],
  "a query called as a subscription": [[call("subscription", "echo")], 1],
  "tracked items": [[call("subscription", "tracked")], 4],
  "untracked items": [[call("subscription", "untracked")], 5],
  "a generator that ends at once": [[call("subscription", "ends")], 2],
  "a generator that throws": [[call("subscription", "throws")], 4],
  "a generator that refuses": [[call("subscription", "refuses")], 4],
  "a subscription that a middleware refuses": [[call("subscription", "denied")], 1],
  "an observable": [[call("subscription", "observed")], 4],
  "an observable that fails": [[call("subscription", "observedFailing")], 3],
  "a subscription that answers no iterable": [[call("subscription", "notIterable")], 1],
  "an id that is a string": [[call("subscription", "tracked", null, { id: '"ünï😀' })], 4],
  "jsonrpc, repeated in every answer": [
    [
      call("query", "echo", 1, json),
      call("query", "none", 1, { ...json, id: 2 }),
      call("subscription", "tracked", null, { ...json, id: 3 }),
      call("subscription", "throws", null, { ...json, id: 4 }),
    ],
    10,
  ],
  "lastEventId beside an object": [[resume({ a: 1 })], 3],
  "lastEventId beside nothing": [[resume(undefined)], 3],
  "lastEventId beside null": [[resume(null)], 3],
  "lastEventId beside a text": [[resume("text")], 3],
  "lastEventId beside a list": [[resume([1])], 3],
  "a list of calls, each with its place": [[[0, 1, 2].map((id) => call("query", "batchIndex", null, { id }))], 3],
  "an empty list": [[[]], 0],
  "the same id twice": [[[call("subscription", "waits"), call("subscription", "waits")]], 3],
  "an id used again after its end": [[call("subscription", "ends"), call("subscription", "ends", null, { id: 2 })], 4],
  "a stop of nothing": [[{ id: 7, method: "subscription.stop" }], 0],
  "an id of null among others": [[[call("query", "echo", 1, { id: null, ...json }), call("query", "echo", 2)]], 2],
  "a stop with an id of null": [[{ id: null, method: "subscription.stop" }], 1],
  "no id": [[{ method: "query", params: { path: "echo" } }], 1],
  "an id that is an object": [[call("query", "echo", 1, { id: {} })], 1],
  "a list with one that is no call": [[[call("query", "echo"), { id: 2 }]], 1],
  "another jsonrpc": [[call("query", "echo", 1, { jsonrpc: "1.0" })], 1],
  "an unknown method": [[call("delete", "echo")], 1],
  "a server's own notification": [[{ id: null, method: "reconnect" }], 1],
  "no JSON": [["{"], 1],
  "no object": [["5", "null", '"x"'], 3],
};

function resume(input: unknown) {
  return { id: 1, method: "subscription", params: { path: "resumes", input, lastEventId: "7" } };
}

describe("our socket answers as tRPC's own", () => {
  test.for(Object.entries(cases))("%s", async ([, [sent, count]]) => {
    expect(await answersOf(ours, sent, count)).toEqual(await answersOf(stock, sent, count));
  });

  test.for(["stock", "ours"] as const)("a stop ends the generator and is told, as does a lost connection: %s", async (name) => {
    const server = name === "stock" ? stock : ours;
    const before = endings[name].count;
    {
      using socket = await openRawSocket(server);
      socket.send(call("subscription", "waits", null, json));
      await socket.until(2);
      socket.send({ id: 1, method: "subscription.stop" });
      await socket.until(3);
      expect(socket.frames.at(-1)).toEqual({ id: 1, ...json, result: { type: "stopped" } });
      await expect.poll(() => endings[name].count).toBe(before + 1);
      // The id is free again.
      socket.send(call("subscription", "waits"));
      await socket.until(5);
    }
    await expect.poll(() => endings[name].count).toBe(before + 2);
  });

  test("and ends a subscription that is stopped before it began, which the stock server goes on with for ever", async () => {
    using socket = await openRawSocket(ours);
    socket.send([call("subscription", "waits"), { id: 1, method: "subscription.stop" }, call("query", "echo", 2, { id: 2 })]);
    await socket.until(1);
    // What would be said of the first stands before the answer of a later call.
    socket.send(call("query", "echo", 3, { id: 3 }));
    await socket.until(2);
    expect(socket.frames).toMatchObject([{ id: 2 }, { id: 3 }]);
  });
});

test("the stock client's calls and subscriptions of each kind work over our socket", async () => {
  const client = createWSClient({
    url: ours.url.replace("http", "ws"),
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  using _ = { [Symbol.dispose]: () => void client.close() };
  const api = createTRPCClient<ReturnType<typeof createLabRouter>>({ links: [wsLink({ client })] });
  const read = (path: "tracked" | "untracked" | "throws" | "observed" | "ends") =>
    new Promise<unknown[]>((resolve) => {
      const items: unknown[] = [];
      api[path].subscribe(undefined, {
        onStarted: () => items.push("started"),
        onData: (item: unknown) => items.push(item),
        onError: ({ message }) => resolve([...items, message]),
        onComplete: () => resolve([...items, "complete"]),
      });
    });
  // In one turn: the client joins them in one frame.
  expect(await Promise.all([api.echo.query("a"), api.echo.query("b"), api.strict.mutate({ n: 1 })])).toEqual([
    { input: "a" },
    { input: "b" },
    2,
  ]);
  await expect(api.conflict.mutate()).rejects.toThrow(TRPCClientError);
  expect(await read("tracked")).toEqual(["started", { id: "a", data: { n: 1 } }, { id: "ü" }, "complete"]);
  expect(await read("untracked")).toEqual(["started", 1, undefined, { two: 2 }, "complete"]);
  expect(await read("throws")).toEqual(["started", 1, "boom"]);
  expect(await read("observed")).toEqual(["started", 1, 2, "complete"]);
  expect(await read("ends")).toEqual(["started", "complete"]);
});

describe("the stock client and the whole server", () => {
  test("live sources start, deliver, resume where they were after a cut, and stop", async () => {
    await using server = await startServer();
    const { owner, members, channelId } = await makeGroup(server, { members: 1 });
    const author = await server.chat.callerFor(new Headers(members[0]?.headers));
    const send = (text: string) => author.message.send({ channelId, clientId: text, text });
    using socket = openSocket(server, owner);
    const live = watchChannel(socket, channelId);
    using inbox = watchInbox(socket);
    await Promise.all([live.until(({ type }) => type === "synced"), inbox.until(({ type }) => type === "start")]);
    await send("one");
    await live.until((event) => event.type === "message" && event.message.text === "one");
    const back = socket.goOffline();
    await send("two");
    back();
    await live.until((event) => event.type === "message" && event.message.text === "two");
    const texts = live.events.flatMap((event) => (event.type === "message" ? [event.message.text] : []));
    expect(texts).toEqual(["one", "two"]);
    expect(live.events.some(({ type }) => type === "reset")).toBe(false);
    live[Symbol.dispose]();
    await expect.poll(() => socket.frames.some((frame) => frame.includes('"stopped"'))).toBe(true);
  });

  test("a token among the connection parameters proves its caller, for whatever is sent behind it at once", async () => {
    await using server = await startServer();
    const host = await server.tokenUser("customer-1");
    using socket = openSocket(server, host);
    expect((await socket.api.user.me.query()).id).toBe(host.id);
    const token = host.headers["authorization"]?.replace("Bearer ", "");
    using raw = await openRawSocket(server, {}, "?connectionParams=1");
    raw.send({ method: "connectionParams", data: { token } });
    for (const id of [1, 2, 3]) raw.send({ id, method: "query", params: { path: "user.me" } });
    await raw.until(3);
    // Queries run beside one another, so that any may be answered first.
    for (const id of [1, 2, 3])
      expect(raw.frames.filter((frame) => typeof frame !== "string" && frame.id === id)).toMatchObject([
        { result: { data: { id: host.id } } },
      ]);
  });

  test("a live source that is refused ends as one of tRPC's own: started, error with its path, stopped", async () => {
    await using server = await startServer();
    const [{ channelId }, stranger] = [await makeGroup(server), await server.signUp("Stranger")];
    using raw = await openRawSocket(server, stranger.headers);
    raw.send({ id: 1, jsonrpc: "2.0", method: "subscription", params: { path: "live.channel", input: { channelId } } });
    await raw.until(3);
    expect(raw.frames).toMatchObject([
      { id: 1, jsonrpc: "2.0", result: { type: "started" } },
      { id: 1, jsonrpc: "2.0", error: { data: { reason: "NOT_FOUND", path: "live.channel" } } },
      { id: 1, jsonrpc: "2.0", result: { type: "stopped" } },
    ]);
  });

  test("each side answers the other's PING; one that is silent is given up with 4009", async () => {
    await using server = await startServer({ heartbeat: { quietMs: 200, patienceMs: 200 } });
    const person = await server.signUp("Ann");
    using socket = openSocket(server, person);
    await socket.api.user.me.query();
    await expect.poll(() => socket.frames.filter((frame) => frame === "PING").length, { timeout: 5_000 }).toBeGreaterThan(2);
    using raw = await openRawSocket(server, person.headers);
    raw.send("PING");
    await raw.until(1);
    expect(raw.frames).toEqual(["PONG"]);
    expect(await raw.closed).toBe(4009);
    expect(socket.frames.filter((frame) => frame !== "PING")).toHaveLength(1);
    await socket.api.user.me.query();
  });

  test("the stock client's keep-alive is answered", async () => {
    await using server = await startServer();
    const { headers } = await server.signUp("Ann");
    let pongs = 0;
    let closes = 0;
    class Socket extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers });
        this.on("message", (data: Buffer) => (pongs += data.toString() === "PONG" ? 1 : 0));
        this.on("close", () => (closes += 1));
      }
    }
    const client = createWSClient({
      url: `${server.url.replace("http", "ws")}/api/trpc`,
      WebSocket: Socket as unknown as typeof globalThis.WebSocket,
      keepAlive: { enabled: true, intervalMs: 50, pongTimeoutMs: 2_000 },
    });
    await expect.poll(() => pongs).toBeGreaterThan(3);
    expect(closes).toBe(0);
    await client.close();
  });
});
