// @vitest-environment happy-dom
import type { ChannelEntry } from "@chat/contract";
import { act, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { makeEntry, makeItem } from "../fixtures/make-entry.ts";
import { ForwardDialog } from "../channel-view/forward-dialog.tsx";
import { ChannelList } from "./channel-list.tsx";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let isInSight = false;

/** Tells where the end of the list is when it is asked, and when that changes, as the browser's does. */
class Sight {
  static readonly live = new Set<Sight>();
  readonly #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
  }
  observe() {
    Sight.live.add(this);
    queueMicrotask(() => this.tell());
  }
  disconnect() {
    Sight.live.delete(this);
  }
  tell() {
    this.#tell([{ isIntersecting: isInSight } as IntersectionObserverEntry], this as never);
  }
}
vi.stubGlobal("IntersectionObserver", Sight);

const pages = [["One", "Two"], ["Three", "Four"], ["Five"], ["Six", "Sought"]].map((names) =>
  names.map((name) => makeEntry({ channel: { id: name, name } })),
);

type More = { hasMore: boolean; onLoadMore: () => void };

/** A list that brings another page each time that it is asked; ends with the test. */
async function open(render: (held: readonly ChannelEntry[], more: More) => ReactElement) {
  isInSight = false;
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  let loaded = 1;
  const draw = () => {
    const onLoadMore = () => {
      loaded += 1;
      draw();
    };
    root.render(render(pages.slice(0, loaded).flat(), { hasMore: loaded < pages.length, onLoadMore }));
  };
  await act(async () => draw());
  await until(() => expect(document.querySelector("input")).not.toBeNull());
  return { [Symbol.asyncDispose]: () => act(async () => root.unmount()) };
}

const search = (text: string) =>
  act(async () => {
    const field = document.querySelector("input") as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    isInSight = true;
    for (const sight of Sight.live) sight.tell();
  });
/** What is loaded on first use is shown between two acts, not in one. */
const until = (check: () => void) =>
  vi.waitFor(
    async () => {
      await act(async () => undefined);
      check();
    },
    { timeout: 15_000 },
  );
const rows = () => [...document.querySelectorAll("li")].map((row) => row.textContent);

it.each([
  {
    where: "the list",
    render: (held: readonly ChannelEntry[], more: More) => (
      <ChannelList items={held.map((entry) => makeItem(entry))} meId="me" onSelect={() => undefined} {...more} />
    ),
    nothing: "Nothing found",
  },
  {
    where: "the dialog to forward",
    render: (held: readonly ChannelEntry[], more: More) => (
      <ForwardDialog open onOpenChange={() => undefined} count={1} channels={held} onPick={() => undefined} {...more} />
    ),
    nothing: "No conversation by that name",
  },
])(
  "a search in $where goes on until something is found, and says that nothing is only at the end",
  async ({ render, nothing }) => {
    await using _ = await open(render);
    const told: boolean[] = [];
    const watch = new MutationObserver(() => told.push(document.body.textContent.includes(nothing)));
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    await search("sought");
    await until(() => expect(rows()).toEqual([expect.stringContaining("Sought")]));
    watch.disconnect();
    expect(told).not.toContain(true);
    await search("zzz");
    expect(document.body.textContent).toContain(nothing);
  },
  30_000,
);
