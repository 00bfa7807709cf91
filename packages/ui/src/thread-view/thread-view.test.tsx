// @vitest-environment happy-dom
import { ChatProvider } from "@chat/client/react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { ThreadsDialog } from "../dialogs/threads-dialog.tsx";
import { createDraftStore } from "../composer/draft-store.ts";
import { makeClient } from "../fixtures/make-client.ts";
import { makeItem } from "../fixtures/make-entry.ts";
import { orderKind } from "../fixtures/order-kind.tsx";
import { rooms, thread, threadParent, type Room } from "../fixtures/rooms.ts";
import { MessageKinds } from "../message/message-kind.tsx";
import { SlotsProvider } from "../slots/slots.tsx";
import { ThreadView } from "./thread-view.tsx";

const outer = {
  MessageList: ({ messages }: { messages: readonly unknown[] }) => <p>{`List of ${messages.length}`}</p>,
  TypingIndicator: () => <p>Outer typing</p>,
};
const hardware = rooms[0] as Room;
const kinds = [orderKind];
const own = { TypingIndicator: () => <p>Own typing</p> };

it("names a message of the product's own kind as the kind does: over its thread, and among the threads", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  const order = { ...threadParent, kind: "order", data: { number: "4711", product: "Card", status: "On its way" } };
  const withOrder: Room[] = [
    { ...hardware, messages: hardware.messages.map((message) => (message.id === order.id ? order : message)) },
    { ...thread, entry: { ...thread.entry, parent: order } },
  ];
  root.render(
    <ChatProvider client={makeClient({ rooms: withOrder })}>
      <ThreadView
        messageId={order.id}
        drafts={createDraftStore("ada")}
        onClose={() => undefined}
        kinds={kinds}
        components={{ MessageList: () => null }}
      />
      <MessageKinds kinds={kinds}>
        <ThreadsDialog
          open
          onOpenChange={() => undefined}
          meId=""
          items={[{ ...makeItem(withOrder[1]!.entry), channel: undefined }]}
          onOpen={vi.fn()}
        />
      </MessageKinds>
    </ChatProvider>,
  );
  const shown = (slot: string) => document.querySelector(`[data-slot="${slot}"]`)?.textContent ?? "";
  await vi.waitFor(() => expect(shown("thread-view")).toContain("Mateo Rivera: Order 4711"), { timeout: 15_000 });
  await vi.waitFor(() => expect(shown("thread-item")).toContain("Order 4711"), { timeout: 15_000 });
  root.unmount();
}, 40_000);

it("takes the host's list and typing line, and its own slots before those around it", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  root.render(
    <ChatProvider client={makeClient()}>
      <SlotsProvider components={outer}>
        <ThreadView messageId={threadParent.id} drafts={createDraftStore("ada")} onClose={() => undefined} components={own} />
      </SlotsProvider>
    </ChatProvider>,
  );
  await vi.waitFor(() => expect(document.body.textContent).toContain("List of "), { timeout: 15_000 });
  expect(document.body.textContent).toContain("Own typing");
  expect(document.body.textContent).not.toContain("Outer typing");
  root.unmount();
}, 20_000);
