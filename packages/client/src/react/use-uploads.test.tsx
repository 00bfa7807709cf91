// @vitest-environment happy-dom
import { act, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { useUploads, type Uploader } from "./index.ts";

it("shows uploads to their end, hands their ids over, and stops the rest when the component goes", async () => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const ends = new Map<string, (answer: { id: string }) => void>();
  const signals = new Map<string, AbortSignal>();
  const upload: Uploader = (file, { signal }) => {
    const { promise, resolve } = Promise.withResolvers<{ id: string }>();
    ends.set(file.name, resolve);
    signals.set(file.name, signal);
    return promise;
  };
  let uploads: ReturnType<typeof useUploads> | undefined;
  function Tray() {
    uploads = useUploads(upload);
    const { items, isUploading } = uploads.state;
    return <p>{`${items.map((item) => `${item.name} ${item.state}`).join()} ${isUploading}`}</p>;
  }
  const element = document.createElement("div");
  const root = createRoot(element);
  await act(async () =>
    root.render(
      <StrictMode>
        <Tray />
      </StrictMode>,
    ),
  );
  const { actions } = uploads ?? expect.unreachable();
  await act(async () => actions.add([new File(["a"], "a"), new File(["b"], "b")]));
  expect(element.textContent).toBe("a uploading,b uploading true");
  await act(async () => ends.get("a")?.({ id: "att-a" }));
  expect(element.textContent).toBe("a ready,b uploading true");
  let taken: string[] = [];
  await act(async () => {
    taken = actions.take();
  });
  expect(taken).toEqual(["att-a"]);
  await act(async () => root.unmount());
  expect(signals.get("b")?.aborted).toBe(true);
});
