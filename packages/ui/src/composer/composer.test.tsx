// @vitest-environment happy-dom
import { limits, type Message } from "@chat/contract";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Composer, type ComposerProps } from "./composer.tsx";
import { createDraftStore } from "./draft-store.ts";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

// happy-dom has no editing commands: this is a browser that refuses them.
document.execCommand = () => false;

let root: Root;
const onSend = vi.fn<ComposerProps["onSend"]>();
const onEdit = vi.fn<NonNullable<ComposerProps["onEdit"]>>();
const ann = { id: "a1", name: "Ann", image: null };

beforeEach(() => {
  localStorage.clear();
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector("#root") as Element);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.clearAllMocks();
  vi.useRealTimers();
});

const drafts = createDraftStore("me");
const show = (over: Partial<ComposerProps> = {}) =>
  act(async () =>
    root.render(<Composer channelId="c1" title="Design" drafts={drafts} onSend={onSend} onEdit={onEdit} {...over} />),
  );
const field = () => document.querySelector("textarea") as HTMLTextAreaElement;

async function type(text: string) {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(field(), text);
    field().setSelectionRange(text.length, text.length);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}
const press = (key: string, over: KeyboardEventInit = {}) =>
  act(async () => void field().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...over })));

it("sends on Enter and is empty again, but keeps Enter for an input method", async () => {
  await show();
  await type("  hello  ");
  await press("Enter", { isComposing: true });
  await press("Enter", { shiftKey: true });
  expect(onSend).not.toHaveBeenCalled();
  await press("Enter");
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ text: "hello", replyTo: undefined, custom: undefined });
  expect(field().value).toBe("");
  await press("Enter");
  expect(onSend).toHaveBeenCalledTimes(1);
});

it("mentions by popup: the text stays plain, what is sent is a link", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await show({ searchMentions: () => [ann] });
  await type("hi @an");
  await act(() => vi.advanceTimersByTimeAsync(100));
  await act(() => vi.dynamicImportSettled());
  expect(document.querySelectorAll('[role="option"]')).toHaveLength(1);
  await press("Enter");
  expect(field().value).toBe("hi @Ann ");
  expect(document.querySelector('[role="listbox"]')).toBeNull();
  await press("Enter");
  expect(onSend.mock.lastCall?.[0].text).toBe("hi [@Ann](mention:a1)");
});

it("does not look again for whom it mentions, after undo and redo either", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await show({ searchMentions: () => [ann] });
  const wait = () => act(() => vi.advanceTimersByTimeAsync(100));
  await act(async () => field().focus());
  await type("hi @an");
  await wait();
  await press("Enter");
  // What a browser tells of Ctrl+Z and Ctrl+Shift+Z: undo selects what the pick replaced.
  await type("hi @an");
  await act(async () => {
    field().setSelectionRange(3, 6);
    field().dispatchEvent(new KeyboardEvent("keyup", { key: "z", bubbles: true }));
  });
  await type("hi @Ann ");
  await wait();
  await type("hi @Ann now");
  await wait();
  await press("Enter");
  expect(onSend.mock.lastCall?.[0].text).toBe("hi [@Ann](mention:a1) now");
});

it("gives no key to rows that answer an older query: what was typed is sent", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const bob = { id: "b1", name: "Bob Bee", image: null };
  const answer = Promise.withResolvers<(typeof bob)[]>();
  const searchMentions = (query: string) => (query === "bob" ? [bob] : answer.promise);
  await show({ searchMentions });
  await type("@bob");
  await act(() => vi.advanceTimersByTimeAsync(100));
  await act(() => vi.dynamicImportSettled());
  await type("@bob ok");
  expect(document.querySelectorAll('[role="option"]')).toHaveLength(1);
  await press("Tab");
  expect(field().value).toBe("@bob ok");
  await press("Enter");
  expect(onSend.mock.lastCall?.[0].text).toBe("@bob ok");

  await type("@bob b");
  await act(() => vi.advanceTimersByTimeAsync(100));
  await act(async () => answer.resolve([bob]));
  await press("Enter");
  expect(field().value).toBe("@Bob Bee ");
});

it("refuses what is too long, and says by how much", async () => {
  await show();
  await type("x".repeat(limits.messageText + 3));
  expect(document.querySelector('[role="alert"]')?.textContent).toBe("3 characters too long");
  await press("Enter");
  expect(onSend).not.toHaveBeenCalled();
  await show({ maxLength: 20 });
  await type("x".repeat(19));
  expect(document.querySelector('[role="status"]')?.textContent).toBe("1 character left");
  await type("x".repeat(21));
  expect(document.querySelector('[role="alert"]')?.textContent).toBe("1 character too long");
  await press("Enter");
  expect(onSend).not.toHaveBeenCalled();
});

it("edits a message in the same field and brings the draft back", async () => {
  await show();
  await type("a draft");
  const editing = { id: "m1", text: "ask [@Ann](mention:a1)" } as Message;
  await show({ editing });
  expect(field().value).toBe("ask @Ann");
  await type("asked @Ann");
  await press("Enter");
  expect(onEdit).toHaveBeenCalledExactlyOnceWith("m1", "asked [@Ann](mention:a1)");
  await show({ editing: null });
  expect(field().value).toBe("a draft");
});

it("goes on from an edit that was refused", async () => {
  const editing = { id: "m1", text: "as it was" } as Message;
  await show({ editing, editText: "as it was to be" });
  expect(field().value).toBe("as it was to be");
  await press("Enter");
  expect(onEdit).toHaveBeenCalledExactlyOnceWith("m1", "as it was to be");
});

it("keeps a draft a channel, over a change of channels and a new page", async () => {
  await show();
  await type("for one");
  await show({ channelId: "c2" });
  expect(field().value).toBe("");
  await show({ channelId: "c1" });
  expect(field().value).toBe("for one");
  expect(createDraftStore("me").get("c1")?.text).toBe("for one");
});

it("counts down while the server takes nothing", async () => {
  vi.useFakeTimers();
  await show({ waitUntil: Date.now() + 2_000 });
  await type("too soon");
  await press("Enter");
  expect(onSend).not.toHaveBeenCalled();
  expect(document.querySelector('[aria-label="You can send again in 2 s"]')).not.toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(2_100));
  await press("Enter");
  expect(onSend).toHaveBeenCalledTimes(1);
});
