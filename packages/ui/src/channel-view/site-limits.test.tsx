// @vitest-environment happy-dom
import type { SiteLimits } from "@chat/contract";
import { ChatProvider } from "@chat/client/react";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { createDraftStore } from "../composer/draft-store.ts";
import { makeClient } from "../fixtures/make-client.ts";
import { hardwareId } from "../fixtures/make-message.ts";
import { me } from "../fixtures/people.ts";
import type { MessageListProps } from "../message-list/message-list.tsx";
import { ChannelView } from "./channel-view.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let list: MessageListProps | undefined;
const components = {
  MessageList: (props: MessageListProps) => {
    list = props;
    return null;
  },
};
const field = () => document.querySelector("textarea") as HTMLTextAreaElement;
const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field(), text);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
const press = (key: string) =>
  act(async () => void field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));

/** A group at a server with these limits; ends with the test. */
async function open(limits?: SiteLimits) {
  list = undefined;
  localStorage.clear();
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  const client = makeClient(limits && { limits });
  await act(async () =>
    root.render(
      <ChatProvider client={client}>
        <ChannelView channelId={hardwareId} drafts={createDraftStore("ada")} components={components} />
      </ChatProvider>,
    ),
  );
  await act(() =>
    vi.waitFor(
      () => {
        expect(list?.messages.length).toBeGreaterThan(20);
        expect(field()).not.toBeNull();
      },
      { timeout: 15_000 },
    ),
  );
  return { client, [Symbol.asyncDispose]: () => act(async () => root.unmount()) };
}

/** The seqs of the reader's messages that can be changed. Ada wrote 5 and 7 forty minutes ago, and 19 three minutes later. */
const editable = () =>
  list?.messages.filter((message) => list?.actions?.canEdit?.(message)).map(({ seq, author }) => [seq, author.id === me.id]);

it("offers to change what is still young enough at this site, from the menu and by the arrow key", async () => {
  {
    await using _ = await open();
    expect(editable()).toEqual([5, 7, 19].map((seq) => [seq, true]));
  }
  {
    await using _ = await open({ editMinutes: 38 });
    expect(editable()).toEqual([[19, true]]);
    await press("ArrowUp");
    expect(field().value).toContain("it could be driver related");
  }
  await using _ = await open({ editMinutes: 30 });
  expect(editable()).toEqual([]);
  await press("ArrowUp");
  expect(field().value).toBe("");
}, 60_000);

it("counts what is written against the site's own length", async () => {
  await using _ = await open({ messageText: 20 });
  await type("x".repeat(21));
  expect(document.body.textContent).toContain("1 character too long");
}, 30_000);

it("gives an edit back that the server refused, to go on from", async () => {
  await using opened = await open();
  vi.spyOn(opened.client.messages, "edit").mockRejectedValue(new Error("refused"));
  await press("ArrowUp");
  await type("changed by hand");
  await press("Enter");
  await act(() => vi.waitFor(() => expect(field().value).toBe("changed by hand")));
  await press("Escape");
  expect(field().value).toBe("");
}, 30_000);
