import { WebSocket } from "ws";

type Settle = { resolve(value: unknown): void; reject(error: Error): void };

interface Frame {
  id: number | null;
  result?: { type: string; data?: unknown };
  error?: { message: string };
}

/** tRPC's wire protocol over a bare socket, the same for every server measured, so that the load costs little and equally. */
export interface RawSocket extends Disposable {
  call(method: "query" | "mutation", path: string, input: unknown): Promise<unknown>;
  subscribe(path: string, input: unknown, onData: (data: unknown) => void): Promise<void>;
}

export async function openRawSocket(url: string, token: string): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/api/trpc?connectionParams=1`, { perMessageDeflate: false });
  const waiting = new Map<number, Settle>();
  const listeners = new Map<number, (data: unknown) => void>();
  let lastId = 0;
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    if (text === "PING") return socket.send("PONG");
    const frame = JSON.parse(text) as Frame;
    if (frame.id === null) return;
    const listener = listeners.get(frame.id);
    if (frame.error !== undefined) waiting.get(frame.id)?.reject(new Error(frame.error.message));
    else if (listener !== undefined && frame.result?.type === "data") listener(frame.result.data);
    else waiting.get(frame.id)?.resolve(frame.result?.data);
    waiting.delete(frame.id);
  });
  socket.on("close", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The server closed the connection with ${code}.`));
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.send(JSON.stringify({ method: "connectionParams", data: { token } }));
  const send = (method: string, path: string, input: unknown) => {
    lastId += 1;
    const id = lastId;
    socket.send(JSON.stringify({ id, method, params: { path, input } }));
    return { id, answer: new Promise((resolve, reject) => waiting.set(id, { resolve, reject })) };
  };
  return {
    call: (method, path, input) => send(method, path, input).answer,
    async subscribe(path, input, onData) {
      const { id, answer } = send("subscription", path, input);
      listeners.set(id, onData);
      await answer;
    },
    [Symbol.dispose]: () => socket.close(),
  };
}
