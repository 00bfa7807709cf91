import { WebSocket } from "ws";

interface Frame {
  id: number | null;
  result?: { type: string; id?: string; data?: unknown };
  error?: { message: string; data?: { reason?: string } };
}

interface Subscription {
  path: string;
  input: object | undefined;
  lastEventId: string | undefined;
  onData(data: unknown): void;
  onEnd(reason: string): void;
}

/** A call that was refused, or LOST: no answer came, and nobody knows whether it was done. */
export class Refusal extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * The least that a good client does, over tRPC's wire protocol: connects again at once, resumes its subscriptions from the last id, and says of
 * a call in flight that it is lost. (The stock client can stop connecting when a server dies twice in a row; thousands of ours are too heavy.)
 */
export interface Device extends Disposable {
  /** Waits for a connection. Rejects with a Refusal. */
  call<T>(method: "query" | "mutation", path: string, input?: object): Promise<T>;
  subscribe(path: string, input: object | undefined, handlers: Pick<Subscription, "onData" | "onEnd">): void;
  /** Codes with which connections ended, oldest first. */
  readonly closes: number[];
  /** When connections were open, by performance.now(). */
  readonly opens: number[];
  isOpen(): boolean;
  /** Resolves when it is connected. */
  whenOpen(): Promise<void>;
  /** Reads nothing more until `resume`. */
  pause(): void;
  resume(): void;
  /** Cuts the connection as a network would. */
  cut(): void;
  /** Does not connect again until `release`. */
  hold(): void;
  release(): void;
}

interface DeviceOptions {
  /** Milliseconds before the next try to connect. Default 20. */
  retryMs?: (code: number) => number;
  /** Asks a server that is quiet for a sign of life, and gives it up. Default: never. */
  keepAlive?: { quietMs: number; patienceMs: number };
}

export function openDevice(
  server: { url: string },
  who: { token: string },
  { retryMs = () => 20, keepAlive }: DeviceOptions = {},
): Device {
  let socket: WebSocket | null = null;
  let isClosed = false;
  let isReady = false;
  let lastId = 0;
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;
  let quiet: NodeJS.Timeout | undefined;
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const subscriptions = new Map<number, Subscription>();
  const opening = new Set<() => void>();
  const closes: number[] = [];
  const opens: number[] = [];

  const startFrame = ([id, { path, input, lastEventId }]: [number, Subscription]) => ({
    id,
    method: "subscription",
    params: { path, input, lastEventId },
  });

  const listen = (own: WebSocket) => {
    clearTimeout(quiet);
    if (keepAlive === undefined) return;
    quiet = setTimeout(() => {
      own.send("PING");
      quiet = setTimeout(() => own.terminate(), keepAlive.patienceMs);
    }, keepAlive.quietMs);
  };

  const receive = (text: string) => {
    if (text === "PONG") return;
    if (text === "PING") return socket?.send("PONG");
    const { id, result, error } = JSON.parse(text) as Frame;
    if (id === null) return;
    const subscription = subscriptions.get(id);
    if (subscription !== undefined) {
      if (result?.type === "data") {
        subscription.lastEventId = result.id ?? subscription.lastEventId;
        subscription.onData(result.data);
      } else if (error !== undefined) {
        subscriptions.delete(id);
        subscription.onEnd(error.data?.reason ?? error.message);
      }
      return;
    }
    if (error === undefined) calls.get(id)?.resolve(result?.data);
    else calls.get(id)?.reject(new Refusal(error.data?.reason ?? error.message));
    calls.delete(id);
  };

  const connect = () => {
    let wasOpen = false;
    const own = (socket = new WebSocket(`${server.url.replace("http", "ws")}/api/trpc?connectionParams=1`, {
      perMessageDeflate: false,
    }));
    own.on("open", () => {
      isReady = wasOpen = true;
      listen(own);
      opens.push(performance.now());
      own.send(JSON.stringify({ method: "connectionParams", data: { token: who.token } }));
      if (subscriptions.size > 0) own.send(JSON.stringify([...subscriptions].map(startFrame)));
      for (const resolve of opening) resolve();
      opening.clear();
    });
    own.on("message", (data: Buffer) => {
      listen(own);
      receive(data.toString());
    });
    own.on("error", () => undefined);
    own.on("close", (code) => {
      if (wasOpen) closes.push(code);
      isReady = false;
      clearTimeout(quiet);
      for (const { reject } of calls.values()) reject(new Refusal("LOST"));
      calls.clear();
      if (!isClosed && !isHeld) timer = setTimeout(connect, retryMs(code));
    });
  };
  connect();

  const whenOpen = () => (isReady ? Promise.resolve() : new Promise<void>((resolve) => opening.add(resolve)));
  return {
    closes,
    opens,
    whenOpen,
    isOpen: () => isReady,
    async call<T>(method: "query" | "mutation", path: string, input?: object) {
      await whenOpen();
      lastId += 1;
      const id = lastId;
      const answer = new Promise<unknown>((resolve, reject) => calls.set(id, { resolve, reject }));
      socket?.send(JSON.stringify({ id, method, params: { path, input } }));
      return (await answer) as T;
    },
    subscribe(path, input, handlers) {
      lastId += 1;
      const entry: [number, Subscription] = [lastId, { path, input, lastEventId: undefined, ...handlers }];
      subscriptions.set(...entry);
      if (isReady) socket?.send(JSON.stringify(startFrame(entry)));
    },
    pause: () => socket?.pause(),
    resume: () => socket?.resume(),
    cut() {
      isReady = false;
      // What had come and was not read is lost with it.
      socket?.removeAllListeners("message");
      socket?.terminate();
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      if (socket?.readyState === WebSocket.CLOSED) connect();
    },
    [Symbol.dispose]() {
      isClosed = true;
      clearTimeout(timer);
      socket?.terminate();
    },
  };
}
