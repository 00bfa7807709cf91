import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTRPCClient } from "@trpc/client";
import type { ChatRouter } from "../chat-router.ts";
// Loaded before, since the clock of these tests does not wait for it.
import "./http.ts";
import type { TransportMode } from "./connection-state.ts";
import { createTransport, type Transport } from "./transport.ts";

/** A network whose doors the test opens and shuts. */
const network: {
  sockets: boolean | "silent" | "forbidden";
  requests: boolean;
  proxyAlone: boolean;
  welcome: boolean;
  signedIn: boolean;
} = {
  sockets: false,
  requests: true,
  proxyAlone: false,
  welcome: true,
  signedIn: true,
};
let sockets: FakeSocket[] = [];

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly OPEN = FakeSocket.OPEN;
  readonly CLOSING = FakeSocket.CLOSING;
  readonly CLOSED = FakeSocket.CLOSED;
  readyState = 0;
  constructor() {
    super();
    sockets.push(this);
    if (network.sockets === "silent") return;
    if (network.sockets === "forbidden") this.readyState = 3;
    setTimeout(() => {
      if (network.sockets === "forbidden") {
        this.dispatchEvent(new Event("error"));
        return;
      }
      this.readyState = network.sockets ? 1 : 3;
      this.dispatchEvent(new Event(network.sockets ? "open" : "error"));
      if (!network.sockets) this.dispatchEvent(Object.assign(new Event("close"), { code: 1006 }));
    });
  }
  send(data: string) {
    if (data === "PING") setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: "PONG" })));
  }
  close(code = 1000) {
    if (this.readyState === 0) this.dispatchEvent(new Event("error"));
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
}

class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  readonly CLOSED = 2;
  readyState = 1;
  close() {
    this.readyState = 2;
  }
}

const answer = (url: string, mode: RequestMode | undefined): Response => {
  // Node, too, reads nothing of an answer without CORS, whatever it was.
  if (network.proxyAlone)
    return Object.defineProperty(new Response(null, { status: 503 }), "type", { value: mode === "no-cors" ? "opaque" : "basic" });
  if (url.endsWith("/api/health")) return Response.json({ status: "ok" });
  if (network.signedIn) return Response.json([{ result: { data: {} } }]);
  return Response.json([{ error: { message: "no", code: -32001, data: { reason: "UNAUTHENTICATED" } } }], { status: 401 });
};
/** A page that is not let in hears nothing but that there was an answer. */
const isHeard = (init?: RequestInit) => network.requests && (network.welcome || init?.mode === "no-cors");
const fetched = vi.fn((url: string | URL | Request, init?: RequestInit) =>
  isHeard(init) ? Promise.resolve(answer(new Request(url).url, init?.mode)) : Promise.reject(new TypeError("no network")),
);

const seen = { onLost: vi.fn(), onRefused: vi.fn(), onForbidden: vi.fn(), onSwitch: vi.fn() };
let transport: Transport;

/** As browsers have it that throw where a page's policy forbids a socket. */
class RefusedSocket extends FakeSocket {
  constructor() {
    super();
    throw new DOMException("Refused to connect", "SecurityError");
  }
}

function start(mode: TransportMode = "auto", options: { EventSource?: undefined; WebSocket?: typeof WebSocket } = {}) {
  transport = createTransport({
    url: "https://chat.example",
    mode,
    tokens: null,
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    EventSource: FakeSource as unknown as typeof EventSource,
    fetch: fetched,
    ...seen,
    ...options,
  });
  transport.open();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  sockets = [];
  Object.assign(network, { sockets: false, requests: true, proxyAlone: false, welcome: true, signedIn: true });
});
afterEach(() => {
  transport.close();
  vi.useRealTimers();
});

describe("a socket that cannot be opened", () => {
  it("is given up for streams after three tries, if the server answers requests", async () => {
    start();
    // The third try comes after 500 ms at the earliest.
    await vi.advanceTimersByTimeAsync(450);
    expect(seen.onSwitch).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.onSwitch.mock.calls).toEqual([["sse"]]);
    expect(sockets).toHaveLength(3);
  });

  it.each([
    ["tells an error and no close", FakeSocket],
    ["throws", RefusedSocket],
  ])("is given up where the page's policy forbids it and the browser %s", async (_, Forbidden) => {
    network.sockets = "forbidden";
    start("auto", { WebSocket: Forbidden as unknown as typeof WebSocket });
    await vi.advanceTimersByTimeAsync(450);
    expect(seen.onSwitch).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([seen.onLost.mock.calls.length, seen.onSwitch.mock.calls]).toEqual([3, [["sse"]]]);
    expect(sockets).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(80_000);
    expect(sockets).toHaveLength(4);
  });

  it("counts as failing where a proxy takes it and says nothing for ten seconds", async () => {
    network.sockets = "silent";
    start();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(seen.onLost).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_100);
    expect(seen.onLost).toHaveBeenCalledWith({ failed: true, code: 1000 });
    await vi.advanceTimersByTimeAsync(25_000);
    expect(seen.onSwitch.mock.calls).toEqual([["sse"]]);
  });

  it("is tried again every minute or so, and taken when it opens", async () => {
    start();
    await vi.advanceTimersByTimeAsync(10_000);
    for (let minutes = 1; minutes <= 5; minutes += 1) await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets.length - 3).toBeGreaterThanOrEqual(4);
    expect(sockets.length - 3).toBeLessThanOrEqual(7);
    network.sockets = true;
    await vi.advanceTimersByTimeAsync(76_000);
    expect(seen.onSwitch.mock.calls).toEqual([["sse"], ["socket"]]);
    const tried = sockets.length;
    await vi.advanceTimersByTimeAsync(200_000);
    expect(sockets).toHaveLength(tried);
  });

  it("is not to blame while the server answers nothing at all, nor without an EventSource, nor where the host wants sockets only", async () => {
    network.requests = false;
    start();
    await vi.advanceTimersByTimeAsync(120_000);
    transport.close();
    network.requests = true;
    start("socket");
    await vi.advanceTimersByTimeAsync(120_000);
    transport.close();
    vi.stubGlobal("EventSource", undefined);
    start("auto", { EventSource: undefined });
    await vi.advanceTimersByTimeAsync(120_000);
    vi.unstubAllGlobals();
    expect(seen.onSwitch).not.toHaveBeenCalled();
  });

  it("tells that this page is not let in, and not where there is no answer at all", async () => {
    network.welcome = false;
    start();
    // It asks several times, for which a busy machine needs more turns than any number of this clock's milliseconds.
    await vi.waitFor(() => expect(seen.onForbidden).toHaveBeenCalledTimes(1), { timeout: 4_000, interval: 20 });
    expect([seen.onRefused.mock.calls, seen.onSwitch.mock.calls]).toEqual([[], []]);
    transport.close();
    network.requests = false;
    start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(seen.onForbidden).toHaveBeenCalledTimes(1);
  });

  it("takes a proxy that answers for a server that is away for no refusal", async () => {
    network.proxyAlone = true;
    start();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(fetched).toHaveBeenCalled();
    expect([seen.onForbidden.mock.calls, seen.onRefused.mock.calls, seen.onSwitch.mock.calls]).toEqual([[], [], []]);
    network.proxyAlone = false;
    network.sockets = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sockets.at(-1)?.readyState).toBe(FakeSocket.OPEN);
  });

  it("tells that the caller is signed out, which the browser does not say of a socket", async () => {
    network.signedIn = false;
    start();
    await vi.advanceTimersByTimeAsync(100);
    expect(seen.onRefused).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.onSwitch).not.toHaveBeenCalled();
  });
});

describe("a socket that opens", () => {
  it("counts as failing while the server says nothing over it, and not once it has", async () => {
    network.sockets = true;
    start();
    for (let cuts = 1; cuts <= 4; cuts += 1) {
      await vi.advanceTimersByTimeAsync(31_000);
      transport.settle();
      sockets.at(-1)?.close(1006);
    }
    expect(seen.onSwitch).not.toHaveBeenCalled();
    for (let cuts = 1; cuts <= 4; cuts += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      sockets.at(-1)?.close(1006);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(seen.onSwitch).toHaveBeenCalledWith("sse");
  });

  it("takes no call once it is closing: the call waits for the next, of which only one is opened", async () => {
    network.sockets = true;
    start("socket");
    await vi.advanceTimersByTimeAsync(10);
    transport.settle();
    const [first] = sockets;
    if (first === undefined) throw new Error("It opened none.");
    // The server's word that it restarts has come; that the connection has ended has not.
    first.readyState = FakeSocket.CLOSING;
    createTRPCClient<ChatRouter>({ links: [transport.link] })
      .user.me.query()
      .catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10);
    expect(sockets).toHaveLength(1);
    first.close(1012);
    await vi.advanceTimersByTimeAsync(4_100);
    expect(sockets).toHaveLength(2);
    expect(sockets.at(-1)?.readyState).toBe(FakeSocket.OPEN);
  });

  it("is not given up for being refused", async () => {
    network.sockets = true;
    start();
    for (let cuts = 1; cuts <= 6; cuts += 1) {
      await vi.advanceTimersByTimeAsync(31_000);
      sockets.at(-1)?.close(4401);
    }
    expect(seen.onSwitch).not.toHaveBeenCalled();
    expect(seen.onLost).toHaveBeenLastCalledWith({ failed: false, code: 4401 });
  });
});
