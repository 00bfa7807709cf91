// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { createChatClient } from "../index.ts";
import { channel, entry, head, me, membership } from "../fixtures/wire.ts";
import { ChatProvider, useRoom } from "./index.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

class SilentSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;
  close() {}
  send() {}
}

const room = entry({ channel: channel({ id: "r", key: "order:4711" }), head: head(3), me: membership({ cursorCount: 1 }) });

let leave: (() => void) | undefined;
afterEach(() => leave?.());

/** The hook on screen, in a client that holds `items` and whose `ensure` does what is given. */
function show(items: (typeof room)[]) {
  const client = createChatClient({
    url: "http://chat.example",
    WebSocket: SilentSocket as unknown as typeof WebSocket,
    initial: { me: me(), channels: { items, cursor: null, unreadTotal: 0, mentionTotal: 0 } },
  });
  const ensure = vi.spyOn(client.channels, "ensure").mockImplementation(() => new Promise(() => undefined));
  const seen: { now: ReturnType<typeof useRoom> | undefined } = { now: undefined };
  function Room({ orderId }: { orderId: string }) {
    seen.now = useRoom({ key: `order:${orderId}`, name: `Order ${orderId}` });
    return null;
  }
  const root = createRoot(document.createElement("div"));
  const render = (orderId: string) =>
    act(() =>
      root.render(
        <ChatProvider client={client}>
          <Room orderId={orderId} />
        </ChatProvider>,
      ),
    );
  leave = () => act(() => root.unmount());
  render("4711");
  return { client, ensure, render, state: () => seen.now?.state, actions: () => seen.now?.actions };
}

it("makes the room once, and shows it when it is there", () => {
  const { client, ensure, state } = show([]);
  expect(ensure.mock.calls).toEqual([[{ key: "order:4711", name: "Order 4711" }]]);
  expect(state()).toMatchObject({ channelId: null, isLoading: true });
  act(() => client.store.dispatch({ type: "entry.arrived", entry: room, reading: false }));
  expect(state()).toMatchObject({ channelId: "r", unread: 2, isLoading: false });
  expect(ensure).toHaveBeenCalledTimes(1);
});

it("asks for nothing where the room is held, and anew for another key", () => {
  const { ensure, render, state } = show([room]);
  expect(state()).toMatchObject({ channelId: "r", error: null });
  expect(ensure).not.toHaveBeenCalled();
  render("4712");
  expect(state()).toMatchObject({ channelId: null });
  expect(ensure.mock.calls).toEqual([[{ key: "order:4712", name: "Order 4712" }]]);
});

it("tells why there is none, until a retry brings it", () => {
  const { client, ensure, state, actions } = show([]);
  act(() => client.store.dispatch({ type: "entry.failed", channelId: "order:4711", error: { reason: "NOT_FOUND" } }));
  expect(state()).toMatchObject({ channelId: null, isLoading: false, error: { reason: "NOT_FOUND" } });
  actions()?.retry();
  expect(ensure).toHaveBeenCalledTimes(2);
  act(() => client.store.dispatch({ type: "entry.arrived", entry: room, reading: false }));
  expect(state()).toMatchObject({ channelId: "r", error: null });
});
