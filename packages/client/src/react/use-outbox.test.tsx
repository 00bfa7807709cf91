// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { createChatClient } from "../index.ts";
import { pendingOf } from "../fixtures/pending.ts";
import { me } from "../fixtures/wire.ts";
import { ChatProvider, useConnection, useOutbox } from "./index.ts";

/** A network that never answers. */
class SilentSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;
  close() {}
  send() {}
}

it("shows what is unsent in all channels, what became of it, and what the server is", async () => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const client = createChatClient({
    url: "http://chat.example",
    WebSocket: SilentSocket as unknown as typeof WebSocket,
    initial: { me: me() },
  });
  let outbox: ReturnType<typeof useOutbox> | undefined;
  function Unsent() {
    outbox = useOutbox();
    const { transport, reload } = useConnection().state;
    return (
      <p>{`${outbox.state.items.map((one) => `${one.channelId} ${one.text} ${one.state} ${one.reason}`).join()} ${transport} ${reload}`}</p>
    );
  }
  const element = document.createElement("div");
  const root = createRoot(element);
  await act(async () =>
    root.render(
      <ChatProvider client={client}>
        <Unsent />
      </ChatProvider>,
    ),
  );
  expect(element.textContent).toBe(" socket false");
  await act(async () => client.messages.post("c", { text: "first" }));
  const error = { reason: "MUTED" } as const;
  await act(async () =>
    client.store.dispatch({
      type: "pending.added",
      channelId: "d",
      pending: pendingOf("kept", { text: "of before", state: "failed", error }),
    }),
  );
  await act(async () => client.store.dispatch({ type: "server.differs" }));
  expect(element.textContent).toBe("c first sending undefined,d of before failed MUTED socket true");
  const { actions } = outbox ?? expect.unreachable();
  await act(async () => actions.discard("d", "kept"));
  expect(element.textContent).toBe("c first sending undefined socket true");
  await act(async () => actions.discardAll());
  expect(await actions.settle()).toBe(0);
  await act(async () => root.unmount());
});
