// @vitest-environment happy-dom
import { createChatClient, type ChatClient, type InitialData } from "@chat/client";
import { act } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { makeEntry } from "../fixtures/make-entry.ts";
import { makeSanction } from "../fixtures/sanctions.ts";
import { Messenger } from "./messenger.tsx";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const moment = "2026-11-24T10:00:00.000Z";
const channelId = "0199b2c4-0000-7000-8000-0000000000c1";
const ann = { id: "0199b2c4-0000-7000-8000-00000000000a", name: "Ann", image: null, version: 1 };
const user = {
  ...ann,
  online: true,
  lastSeenAt: null,
  role: "user" as const,
  createdAt: moment,
  deactivatedAt: null,
  custom: {},
};
const head = { seq: 1, version: 1, messageCount: 1, broadcastCount: 0, memberCount: 2, lastActivityAt: moment };
const message = {
  id: "0199b2c4-0000-7000-8000-0000000000e1",
  channelId,
  seq: 1,
  version: 1,
  clientId: "k1",
  kind: "text",
  author: ann,
  text: "the **first** words",
  data: null,
  mentions: [],
  mentionsAll: false,
  replyTo: null,
  reactions: [],
  myReactions: [],
  messageCount: 1,
  createdAt: moment,
  editedAt: null,
  deletedAt: null,
  pinnedAt: null,
  custom: {},
};
const group = makeEntry({ channel: { id: channelId, name: "Design" }, head, last: message, unread: 1 });
const initial: InitialData = {
  me: { ...user, id: "0199b2c4-0000-7000-8000-0000000000b1", name: "Ben", email: null, issuer: "local", externalId: "b" },
  channels: {
    items: [group],
    cursor: null,
    unreadTotal: 1,
    mentionTotal: 0,
  },
  timeline: { channelId, page: { items: [message], version: 1, head } },
};

/** The whole messenger is much to render where other tests run beside. */
const busy = { timeout: 30_000 };

/** A client that stays where the server's paint left it: connecting is not what is looked at here. */
function stillClient(issuer = "local"): ChatClient {
  const client = createChatClient({ url: "http://127.0.0.1:9", initial: { ...initial, me: { ...initial.me, issuer } } });
  return Object.assign(Object.create(client) as ChatClient, { start: () => undefined, close: () => undefined });
}

it("paints list, messages and composer on the server, and takes that over without a difference", busy, async () => {
  localStorage.setItem(`chat:draft:${initial.me.id}:${channelId}`, JSON.stringify({ text: "unsent", mentions: [] }));
  const show = () => <Messenger client={stillClient()} channelId={channelId} productName="Test" />;
  const html = renderToString(show());
  expect(html).toContain("Ann: the first words");
  expect(html).toMatch(/<strong[^>]*>first<\/strong>/);
  expect(html).toContain('aria-label="Message Design"');
  expect(html).not.toContain("unsent");

  document.body.innerHTML = `<div id="root">${html}</div>`;
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  const root = await act(async () => hydrateRoot(document.querySelector("#root") as Element, show(), { onRecoverableError }));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(document.querySelector("textarea")?.value).toBe("unsent");
  expect(document.title).toBe("(1) Design — Test");
  await act(async () => root.unmount());
});

it("offers an embedded person nothing that their host decides, and leaves the page's keys to the page", busy, async () => {
  document.body.innerHTML = `<textarea></textarea><div id="root"></div>`;
  const show = (issuer: string, isEmbedded: boolean) => (
    <Messenger
      client={stillClient(issuer)}
      channelId={channelId}

      canStart={!isEmbedded}
      isMain={!isEmbedded}
    />
  );
  const root = createRoot(document.querySelector("#root") as Element);
  const has = (name: string) =>
    document.querySelector(`[aria-label="${name}"]`) !== null || document.body.textContent.includes(name);
  const isTaken = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
    return !(document.querySelector("body > textarea") as Element).dispatchEvent(event);
  };

  await act(async () => root.render(show("local", false)));
  expect(["New message", "New group", "Browse groups", "Profile and settings"].map(has)).toEqual([true, true, true, true]);
  expect(isTaken("k")).toBe(true);

  await act(async () => root.render(show("host", true)));
  expect(["New message", "New group", "Browse groups", "Profile and settings"].map(has)).toEqual([false, false, false, false]);
  expect(isTaken("k")).toBe(false);
  await act(async () => root.unmount());
});

it("stands aside for the notice of a ban from the whole site, and for no other reason to be refused", busy, async () => {
  document.body.innerHTML = `<div id="root"></div>`;
  const client = stillClient("host");
  const root = createRoot(document.querySelector("#root") as Element);
  const sees = (slot: string) => document.querySelector(`[data-slot="${slot}"]`) !== null;
  await act(async () => root.render(<Messenger client={client} channelId={channelId} />));
  const ban = makeSanction({ type: "ban", reason: "Threats", messageText: null });
  await act(async () =>
    client.store.dispatch({ type: "connection.changed", status: "offline", now: Date.now(), reason: "UNAUTHENTICATED" }),
  );
  expect([sees("messenger"), sees("sanction-notice")]).toEqual([true, false]);

  await act(async () => client.store.dispatch({ type: "sanctions.arrived", items: [ban] }));
  await vi.waitFor(() => expect(sees("sanction-notice")).toBe(true), { timeout: 20_000 });
  expect(sees("messenger")).toBe(false);
  expect(document.querySelector('[data-slot="sanction-notice"]')?.textContent).toContain("Threats");

  await act(async () => client.store.dispatch({ type: "connection.changed", status: "online", now: Date.now() }));
  expect([sees("messenger"), sees("sanction-notice")]).toEqual([true, false]);
  await act(async () => root.unmount());
});
