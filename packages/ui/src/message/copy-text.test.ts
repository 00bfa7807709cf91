// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { english } from "../catalogue/english.ts";
import { makeMessage } from "../fixtures/make-message.ts";
import { me } from "../fixtures/people.ts";
import { copyText } from "./copy-text.ts";
import { messageMenuItems } from "./message-menu-items.tsx";

const openers = { showReaders: vi.fn(), showReactors: vi.fn(), confirmDelete: vi.fn(), own: [] };
const writeText = vi.fn<(text: string) => Promise<void>>();
let copied: string | null = null;
let mayCopy = true;

beforeEach(() => {
  copied = null;
  mayCopy = true;
  writeText.mockReset().mockResolvedValue();
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  document.body.innerHTML = "<menu><button>Copy text</button></menu>";
  document.querySelector("button")?.focus();
  document.execCommand = () => {
    const field = document.activeElement as HTMLTextAreaElement;
    copied = field.value.slice(field.selectionStart, field.selectionEnd);
    return mayCopy;
  };
});
afterEach(() => vi.unstubAllGlobals());

/** Chooses an entry of a message's menu. */
function choose(id: string, text: string, onCopyRefused = vi.fn<() => void>()) {
  const actions = { onCopyRefused, linkTo: () => "https://chat.example/m/1" };
  const items = messageMenuItems(makeMessage({ text }), me.id, actions, english, openers);
  items.find((item) => item.id === id)?.onSelect();
  return onCopyRefused;
}

it("copies what a message says without its links to people, and its address", () => {
  choose("copy-text", "ask [@Ann \\[x\\]](mention:a1)");
  choose("copy-link", "");
  expect(writeText.mock.calls).toEqual([["ask @Ann [x]"], ["https://chat.example/m/1"]]);
});

it.each([
  ["a page without https", () => vi.stubGlobal("navigator", {})],
  ["a frame that may not", () => writeText.mockRejectedValue(new DOMException("", "NotAllowedError"))],
])("copies as by hand in %s, where the focus is, and gives that back", async (_, forbid) => {
  forbid();
  expect(await copyText("two\nlines")).toBe(true);
  expect(copied).toBe("two\nlines");
  expect(document.activeElement?.textContent).toBe("Copy text");
  expect(document.querySelector("textarea")).toBeNull();
});

it("tells that nothing was copied", async () => {
  vi.stubGlobal("navigator", {});
  mayCopy = false;
  const refused = choose("copy-text", "hi");
  await vi.waitFor(() => expect(refused).toHaveBeenCalledOnce());
});
