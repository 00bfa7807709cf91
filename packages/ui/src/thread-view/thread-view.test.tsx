// @vitest-environment happy-dom
import { ChatProvider } from "@chat/client/react";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { createDraftStore } from "../composer/draft-store.ts";
import { makeClient } from "../fixtures/make-client.ts";
import { threadParent } from "../fixtures/rooms.ts";
import { SlotsProvider } from "../slots/slots.tsx";
import { ThreadView } from "./thread-view.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const outer = {
  MessageList: ({ messages }: { messages: readonly unknown[] }) => <p>{`List of ${messages.length}`}</p>,
  TypingIndicator: () => <p>Outer typing</p>,
};
const own = { TypingIndicator: () => <p>Own typing</p> };

it("takes the host's list and typing line, and its own slots before those around it", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  await act(async () =>
    root.render(
      <ChatProvider client={makeClient()}>
        <SlotsProvider components={outer}>
          <ThreadView messageId={threadParent.id} drafts={createDraftStore("ada")} onClose={() => undefined} components={own} />
        </SlotsProvider>
      </ChatProvider>,
    ),
  );
  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("List of "), { timeout: 15_000 }));
  expect(document.body.textContent).toContain("Own typing");
  expect(document.body.textContent).not.toContain("Outer typing");
  await act(async () => root.unmount());
}, 20_000);
