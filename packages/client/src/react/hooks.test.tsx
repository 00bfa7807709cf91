// @vitest-environment happy-dom
import { act, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { createChatClient, type ChatClient } from "../index.ts";
import { channel, entry, head, me, membership, message, sent, userRef } from "../fixtures/wire.ts";
import { ChatProvider, useChannels, useMessages, usePresence, useReadState, useSendMessage, useTyping } from "./index.ts";

/** A network that never answers: what these tests show is the cache and its hooks alone. */
class SilentSocket extends EventTarget {
  static OPEN = 1;
  readyState = 0;
  close() {}
  send() {}
}

const rows = Array.from({ length: 20 }, (_, index) => message(index + 1));
const page = { items: rows, version: 20, head: head(20) };
const shown = entry({ head: head(20), lastMessage: message(20), me: membership({ readSeq: 18, cursorCount: 18 }) });
const other = entry({ channel: channel({ id: "d", name: "Other" }), head: head(3), me: membership({ cursorCount: 3 }) });

function createClient(): ChatClient {
  return createChatClient({
    url: "http://chat.example",
    WebSocket: SilentSocket as unknown as typeof WebSocket,
    initial: {
      me: me(),
      channels: { items: [shown, other], cursor: null, unreadTotal: 2, mentionTotal: 0 },
      timeline: { channelId: "c", page },
    },
  });
}

const renders = { messages: 0, list: 0, readState: 0, typing: 0, presence: 0 };

function Messages(): ReactElement {
  renders.messages += 1;
  const { messages, isLoading, hasOlder } = useMessages("c").state;
  return (
    <ol data-loading={isLoading} data-older={hasOlder}>
      {messages.map((row) => (
        <li key={row.key}>{row.text}</li>
      ))}
    </ol>
  );
}
function List(): ReactElement {
  renders.list += 1;
  const { items, unreadTotal } = useChannels().state;
  return <p>{`${unreadTotal} unread in ${items.map((item) => item.entry.channel.name).join()}`}</p>;
}
function ReadState(): ReactElement {
  renders.readState += 1;
  return <p>{useReadState("c").state.unread}</p>;
}
function Typing(): ReactElement {
  renders.typing += 1;
  return <p>{useTyping("c").state.users.map((user) => user.name)}</p>;
}
function Presence(): ReactElement {
  renders.presence += 1;
  return <p>{String(usePresence("ann").state.online)}</p>;
}

const screen = (client: ChatClient) => (
  <ChatProvider client={client}>
    <Messages />
    <List />
    <ReadState />
    <Typing />
    <Presence />
  </ChatProvider>
);

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
let leave: (() => Promise<void>) | undefined;
afterEach(async () => leave?.());

async function show() {
  const client = createClient();
  const element = document.createElement("div");
  const root = createRoot(element);
  await act(async () => root.render(screen(client)));
  leave = () => act(async () => root.unmount());
  const happen = async (event: Parameters<typeof client.store.dispatch>[0]) => {
    const before = { ...renders };
    await act(async () => client.store.dispatch(event));
    return Object.entries(renders).flatMap(([name, count]) =>
      count > before[name as keyof typeof renders] ? [`${name} ${count - before[name as keyof typeof renders]}`] : [],
    );
  };
  return { client, element, happen };
}

describe("hooks", () => {
  it("paint the first page on a server, with nothing loading and no socket", () => {
    const html = renderToString(screen(createClient()));
    expect(html).toContain("text 20");
    expect(html).toContain("2 unread in General,Other");
    expect(html).toContain('data-loading="false"');
  });

  it("render what an event changed, once, and nothing else", async () => {
    const { element, happen } = await show();
    const live = (event: Parameters<typeof sent>) => ({ type: "event", from: "inbox", event: sent(...event), now: 1 }) as const;
    expect(await happen(live([message(21)]))).toEqual(["messages 1", "list 1", "readState 1"]);
    expect(element.textContent).toContain("text 21");
    expect(await happen(live([message(21)]))).toEqual([]);
    expect(await happen(live([message(4, { channelId: "d" })]))).toEqual(["list 1"]);
    const typing = {
      type: "event",
      from: "inbox",
      event: { type: "typing", channelId: "d", user: userRef("ann") },
      now: Date.now(),
    } as const;
    expect(await happen(typing)).toEqual(["list 1"]);
    const presence = (userId: string) =>
      ({ type: "event", from: "inbox", event: { type: "presence", userId, online: true, lastSeenAt: null }, now: 1 }) as const;
    expect(await happen(presence("bob"))).toEqual([]);
    expect(await happen(presence("ann"))).toEqual(["presence 1"]);
  });

  it("keep the array of messages while its rows stay the same", async () => {
    const { client } = await show();
    const seen = new Set<unknown>();
    function Watch(): null {
      seen.add(useMessages("c").state.messages);
      return null;
    }
    const root = createRoot(document.createElement("div"));
    await act(async () =>
      root.render(
        <ChatProvider client={client}>
          <Watch />
        </ChatProvider>,
      ),
    );
    await act(async () => client.store.dispatch({ type: "people.arrived", people: [userRef("somebody else")] }));
    await act(async () => client.store.dispatch({ type: "live.behind", channelId: "c" }));
    expect(seen.size).toBe(1);
    await act(async () => root.unmount());
  });

  it("show an own message at once", async () => {
    const { client, element } = await show();
    await act(async () => client.messages.post("c", { text: "on its way" }));
    expect(element.querySelector("li:last-child")?.textContent).toBe("on its way");
  });

  it("tell how many messages of a channel are on their way, and how many failed", async () => {
    const { client } = await show();
    const seen: unknown[] = [];
    function Watch(): null {
      seen.push(useSendMessage("c").state);
      return null;
    }
    const root = createRoot(document.createElement("div"));
    await act(async () =>
      root.render(
        <ChatProvider client={client}>
          <Watch />
        </ChatProvider>,
      ),
    );
    expect(seen).toEqual([{ sending: 0, failed: 0 }]);
    let clientId = "";
    await act(async () => {
      clientId = client.messages.post("c", { text: "on its way" });
      client.messages.post("d", { text: "elsewhere" });
    });
    await act(async () =>
      client.store.dispatch({ type: "pending.failed", channelId: "c", clientId, error: { reason: "MUTED" } }),
    );
    expect(seen).toEqual([
      { sending: 0, failed: 0 },
      { sending: 1, failed: 0 },
      { sending: 0, failed: 1 },
    ]);
    await act(async () => root.unmount());
  });
});
