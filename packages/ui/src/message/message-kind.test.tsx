// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { english } from "../catalogue/english.ts";
import { lastMessageLine } from "../channel-list/last-message-line.ts";
import { Composer, type ComposerProps } from "../composer/composer.tsx";
import { createDraftStore } from "../composer/draft-store.ts";
import { makeMessage } from "../message-list/make-message.fixture.ts";
import { MessageKinds, useMessageKinds, type MessageKind, type Preview } from "./message-kind.tsx";
import { messageMenuItems } from "./message-menu-items.tsx";
import { Message } from "./message.tsx";

const cancel = vi.fn<(number: unknown) => void>();
const numberOf = (message: { data: unknown }) => (message.data as { number: number }).number;
const order: MessageKind = {
  kind: "order",
  render: ({ message }) => <b>{`Order ${numberOf(message)}`}</b>,
  preview: (message) => `🧾 Order ${numberOf(message)}`,
  actions: (message) => [{ id: "cancel", label: "Cancel the order", onSelect: () => cancel(numberOf(message)) }],
  composer: ({ send, isDisabled }) => (
    <button type="button" disabled={isDisabled} onClick={() => send({ text: "Order 4711", data: { number: 4711 } })}>
      Add an order
    </button>
  ),
};
const kinds = [order];
const sold = makeMessage(1, { kind: "order", text: "Order 4711", data: { number: 4711 } });

let root: Root;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector("#root") as Element);
});
afterEach(() => act(async () => root.unmount()));

it("shows its message, names it, and stands for it in quotes", () => {
  const quote = makeMessage(2, { text: "Which one?", replyTo: { ...sold, text: sold.text } });
  const html = renderToString(
    <MessageKinds kinds={kinds}>
      <Message message={sold} me="me" />
      <Message message={quote} me="me" messageAt={(seq) => (seq === 1 ? sold : undefined)} />
    </MessageKinds>,
  );
  expect(html).toContain("<b>Order 4711</b>");
  expect(html).toContain(": 🧾 Order 4711");
  expect(html.slice(html.indexOf('data-slot="quote"'))).toContain("🧾 Order 4711</span>");
});

it("names its message in the list of conversations", async () => {
  let preview: Preview | undefined;
  const Ask = () => {
    ({ preview } = useMessageKinds());
    return null;
  };
  await act(async () =>
    root.render(
      <MessageKinds kinds={kinds}>
        <MessageKinds kinds={[]}>
          <Ask />
        </MessageKinds>
      </MessageKinds>,
    ),
  );
  const item = { typing: [], entry: { lastMessage: sold, channel: { type: "direct" } } } as never;
  expect(lastMessageLine(item, null, "me", english, "en", preview).text).toBe("🧾 Order 4711");
});

it("adds to the menu of its messages, but not of deleted ones", () => {
  const openers = { showReaders: vi.fn(), showReactors: vi.fn(), confirmDelete: vi.fn(), own: order.actions?.(sold) ?? [] };
  const labels = (deletedAt: string | null) =>
    messageMenuItems({ ...sold, deletedAt }, "me", {}, english, openers).map((item) => item.label);
  expect(labels(null)).toContain("Cancel the order");
  expect(labels("2026-11-24T12:00:00.000Z")).not.toContain("Cancel the order");
  openers.own[0]?.onSelect();
  expect(cancel).toHaveBeenCalledExactlyOnceWith(4711);
});

it("has a button in the composer that sends its kind and data", async () => {
  const onSend = vi.fn<ComposerProps["onSend"]>();
  await act(async () =>
    root.render(
      <MessageKinds kinds={kinds}>
        <Composer channelId="c" title="Sales" drafts={createDraftStore("me")} onSend={onSend} />
      </MessageKinds>,
    ),
  );
  await act(async () =>
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Add an order")?.click(),
  );
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ text: "Order 4711", data: { number: 4711 }, kind: "order" });
});

it("answers what the composer answers", async () => {
  const onSend = vi.fn<ComposerProps["onSend"]>();
  const question = makeMessage(2, { text: "Which one?" });
  await act(async () =>
    root.render(
      <MessageKinds kinds={kinds}>
        <Composer channelId="c" title="Sales" drafts={createDraftStore("me")} onSend={onSend} replyTo={question} />
      </MessageKinds>,
    ),
  );
  await act(async () =>
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Add an order")?.click(),
  );
  expect(onSend.mock.lastCall?.[0].replyTo).toBe(question);
});
