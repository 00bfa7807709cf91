// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ann, makeMessage } from "../message-list/make-message.fixture.ts";
import { Message } from "./message.tsx";

const onReply = vi.fn<() => void>();
const onOpenThread = vi.fn<() => void>();
const onEdit = vi.fn<() => void>();
const onSelect = vi.fn<() => void>();
const actions = { onReply, onOpenThread, onEdit, onSelect };

let root: Root;
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector("#root") as Element);
  await act(async () => root.render(<Message message={makeMessage(1, { author: ann })} me={ann.id} actions={actions} />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.clearAllMocks();
});

const press = (key: string, held: KeyboardEventInit = {}) =>
  act(
    async () =>
      void document
        .querySelector('[data-slot="message"]')
        ?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held })),
  );

it.each([
  ["r", onReply],
  ["t", onOpenThread],
  ["e", onEdit],
  ["x", onSelect],
])("%s acts under Caps Lock too, but not with another key held", async (key, action) => {
  await press(key);
  await press(key.toUpperCase());
  expect(action).toHaveBeenCalledTimes(2);
  for (const held of ["shiftKey", "ctrlKey", "metaKey", "altKey"]) {
    await press(key, { [held]: true });
    await press(key.toUpperCase(), { [held]: true });
  }
  expect(action).toHaveBeenCalledTimes(2);
});
