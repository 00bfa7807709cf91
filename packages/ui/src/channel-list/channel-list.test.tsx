// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { ChannelList } from "./channel-list.tsx";
import type { ChannelListItem } from "./list-item.ts";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const ann = { id: "a", name: "Ann", image: null, version: 1 };
const reads = new Map<string, number>();

/** A line that counts how often its row looks at the last message: at least once each time it renders. */
function item(id: string, name: string): ChannelListItem {
  const entry = {
    channel: { id, type: "group", name, key: null, image: null, description: null, archivedAt: null },
    head: { lastActivityAt: "2026-11-24T10:00:00.000Z" },
    me: { mutedUntil: null, unreadFrom: null, pinnedAt: null },
    peer: null,
    get lastMessage() {
      reads.set(id, (reads.get(id) ?? 0) + 1);
      return { author: ann, kind: "text", text: "hi", deletedAt: null, createdAt: "2026-11-24T10:00:00.000Z" };
    },
  };
  return { entry, unread: 0, mentions: 0, typing: [] } as unknown as ChannelListItem;
}

it("renders only the row that changed, and moves by arrow keys", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  const onSelect = vi.fn<(channelId: string) => void>();
  const items = [item("c1", "One"), item("c2", "Two"), item("c3", "Three")];
  const show = (rows: ChannelListItem[]) =>
    act(async () => root.render(<ChannelList items={rows} meId="me" onSelect={(id) => onSelect(id)} />));
  await show(items);
  reads.clear();
  await show([items[0], { ...items[1], unread: 1 }, items[2]] as ChannelListItem[]);
  expect([...reads.keys()]).toEqual(["c2"]);

  const buttons = [...document.querySelectorAll<HTMLElement>("[data-roving]")];
  expect(buttons.map((button) => button.tabIndex)).toEqual([0, -1, -1]);
  buttons[0]?.focus();
  const press = (key: string) =>
    act(
      async () =>
        void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
    );
  await press("ArrowDown");
  await press("End");
  expect(document.activeElement).toBe(buttons[2]);
  await press("Home");
  await press("ArrowUp");
  expect(document.activeElement?.tagName).toBe("INPUT");
  await act(async () => buttons[1]?.click());
  expect(onSelect).toHaveBeenCalledExactlyOnceWith("c2");
  await act(async () => root.unmount());
});
