import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { ChatRoot } from "../root/chat-root.tsx";
import { ann, ben, makeMessage, makeMessages } from "./make-message.fixture.ts";
import { MessageList, type MessageListProps } from "./message-list.tsx";

const render = (props: Partial<MessageListProps>) =>
  renderToString(
    <ChatRoot>
      <MessageList messages={[]} me={ann.id} people={(id) => [ann, ben].find((person) => person.id === id)} {...props} />
    </ChatRoot>,
  );

it("is drawn on the server with every message, ending at the last", () => {
  const html = render({ messages: makeMessages(1, 50) });
  expect(html.match(/data-slot="message"/g)).toHaveLength(50);
  expect(html.indexOf("message 49")).toBeLessThan(html.indexOf("message 50"));
  expect(html).toContain('role="log"');
});

it("says so while loading, after a failure, and where there is nothing", () => {
  expect(render({ isLoading: true })).toContain('data-slot="list-skeleton"');
  expect(render({ error: new Error("x") })).toContain('data-slot="list-failed"');
  expect(render({})).toContain('data-slot="list-empty"');
  expect(render({ empty: <b>nothing here</b> })).toContain("nothing here");
});

it("shows tombstones, failures, edits and quotes as what they are", () => {
  const gone = "2026-11-24T13:00:00.000Z";
  const html = render({
    actions: { onRetry: () => undefined },
    messages: [
      makeMessage(1, { deletedAt: gone, text: "" }),
      makeMessage(2, { editedAt: gone }),
      makeMessage(3, { replyTo: { id: "q", seq: 1, version: 1, author: ben, text: null, deletedAt: gone } }),
      makeMessage(4, { author: ann, local: { state: "failed", reason: "MUTED" } }),
      makeMessage(5, { author: ann, local: { state: "sending" } }),
    ],
  });
  expect(html).toContain('data-slot="tombstone"');
  expect(html).toContain('data-slot="edited"');
  expect(html).toContain("Deleted message");
  expect(html).toContain('data-reason="MUTED"');
  expect(html).toContain("Retry");
  expect(html).toContain('data-state="sending"');
});

it("leaves the product's own fields and kinds to the host", () => {
  const html = render({
    messages: [makeMessage(1, { custom: { priority: "urgent" } }), makeMessage(2, { kind: "order", data: { number: 4711 } })],
    components: {
      MessageExtra: ({ message }) => <i>{JSON.stringify(message.custom)}</i>,
    },
    kinds: [
      { kind: "order", render: ({ message }) => <b>Order {String((message.data as Record<string, unknown>)["number"])}</b> },
    ],
  });
  expect(html).toContain("urgent");
  expect(html).toMatch(/Order (?:<!-- -->)?4711/);
});
