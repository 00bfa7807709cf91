// @vitest-environment happy-dom
import { createChatClient, type ChatClient } from "@chat/client";
import { ChatProvider } from "@chat/client/react";
import type { OwnSanction } from "@chat/contract";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useMute } from "./use-mute.ts";

/** Connects to nobody. */
class SilentSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;
  close() {}
  send() {}
}

let root: Root;
let client: ChatClient;
let box: HTMLElement;

function Ask() {
  return <p>{useMute("here")?.id}</p>;
}

const sanction = (id: string, over: Partial<OwnSanction>): OwnSanction => ({
  id,
  type: "mute",
  reason: "",
  channel: null,
  messageText: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  until: null,
  seenAt: null,
  liftedAt: null,
  appeal: null,
  ...over,
});
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const hold = (...items: OwnSanction[]) => act(async () => client.store.dispatch({ type: "sanctions.arrived", items }));

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers();
  client = createChatClient({ url: "http://chat.invalid", WebSocket: SilentSocket as unknown as typeof WebSocket });
  box = document.createElement("div");
  root = createRoot(box);
  await act(async () =>
    root.render(
      <ChatProvider client={client}>
        <Ask />
      </ChatProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  client.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("tells of the mute that lasts longest here, and of none elsewhere, lifted, or of another kind", async () => {
  expect(box.textContent).toBe("");
  await hold(
    sanction("elsewhere", { channel: { id: "there", name: "There" } }),
    sanction("lifted", { liftedAt: inMs(-1) }),
    sanction("warning", { type: "warning" }),
  );
  expect(box.textContent).toBe("");
  await hold(
    sanction("short", { until: inMs(60_000) }),
    sanction("long", { until: inMs(90_000), channel: { id: "here", name: "Here" } }),
  );
  expect(box.textContent).toBe("long");
});

it("ends by itself", async () => {
  await hold(sanction("brief", { until: inMs(60_000) }));
  expect(box.textContent).toBe("brief");
  await act(async () => vi.advanceTimersByTimeAsync(59_000));
  expect(box.textContent).toBe("brief");
  await act(async () => vi.advanceTimersByTimeAsync(2_000));
  expect(box.textContent).toBe("");
});
