// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useTabTitle } from "./use-tab-title.ts";

function Named({ title }: { title: string | null }) {
  useTabTitle(title);
  return null;
}

let root: Root;
const show = (title: string | null) => act(async () => root.render(<Named title={title} />));

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  document.head.innerHTML = "<title>The shop</title>";
  root = createRoot(document.createElement("div"));
});
afterEach(() => vi.unstubAllGlobals());

it("names the tab, and gives it back its own name", async () => {
  await show("(2) Design");
  expect(document.title).toBe("(2) Design");
  await act(async () => root.unmount());
  expect(document.title).toBe("The shop");
});

it("stands when the page writes its own name once more, and leaves other names alone", async () => {
  await show("(2) Design");
  document.title = "The shop";
  await vi.waitFor(() => expect(document.title).toBe("(2) Design"));
  document.title = "Checkout";
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.title).toBe("Checkout");
  await show("(3) Design");
  expect(document.title).toBe("(3) Design");
  await act(async () => root.unmount());
});
