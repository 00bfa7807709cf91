// @vitest-environment happy-dom
import { act, startTransition, Suspense, use, useState } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SearchFilter } from "./filter-bar.tsx";

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const field = () => document.querySelector("input") as HTMLInputElement;
const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field(), text);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });

it("keeps what is typed while the address that it was told is rendered, given up and rendered again", async () => {
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const Rows = ({ query }: { query: string }) => {
    if (query !== "") use(ready);
    return <p>{`rows of ${query}`}</p>;
  };
  const Screen = () => {
    const [query, setQuery] = useState("");
    return (
      <Suspense>
        <SearchFilter label="Name" value={query} onChange={(next) => startTransition(() => setQuery(next))} />
        <Rows query={query} />
      </Suspense>
    );
  };
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  await act(async () => root.render(<Screen />));
  await type("a name");
  // Told once it rested; the screen of that address is begun, and not ready.
  await act(() => vi.advanceTimersByTimeAsync(200));
  await type("a name and more");
  await act(async () => isReady());
  expect(document.body.textContent).toContain("rows of a name");
  expect(field().value).toBe("a name and more");
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(document.body.textContent).toContain("rows of a name and more");
  await act(async () => root.unmount());
});
