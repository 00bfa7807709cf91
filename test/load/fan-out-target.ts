import { openFrameCounter, type FrameCounter } from "./frame-counter.ts";
import { benchChannel } from "./make-event.ts";

/** One of the servers of fan-out-servers.ts. */
export interface FanOutTarget {
  readonly name: string;
  readonly url: string;
}

/** Connects and subscribes as that server's own clients do; resolves when it is live. */
export async function subscribe(
  { name, url }: FanOutTarget,
  token: string,
  { minBytes, onEvent }: { minBytes: number; onEvent?: (() => void) | undefined },
): Promise<FrameCounter> {
  const isOurs = name === "@chat";
  const isTrpc = isOurs || name === "stock tRPC";
  const socketUrl =
    name === "Socket.IO"
      ? `${url}/socket.io/?EIO=4&transport=websocket`
      : `${url}/api/trpc${isOurs ? "?connectionParams=1" : ""}`;
  const { promise: subscribed, resolve: ready } = Promise.withResolvers<void>();
  const counter = await openFrameCounter({
    url: socketUrl,
    minBytes,
    onEvent,
    onText(text, { sendText }) {
      if (text === "PING") sendText("PONG");
      else if (text === "2") sendText("3");
      else if (text.startsWith("0{")) sendText("40");
      else if (text.startsWith("40") || text.includes('"synced"') || (!isOurs && text.includes('"started"'))) ready();
    },
  });
  if (isOurs) counter.sendText(JSON.stringify({ method: "connectionParams", data: { token } }));
  if (isTrpc)
    counter.sendText(
      JSON.stringify({ id: 1, method: "subscription", params: { path: "live.channel", input: { channelId: benchChannel } } }),
    );
  else if (name.startsWith("ws")) ready();
  await subscribed;
  return counter;
}
