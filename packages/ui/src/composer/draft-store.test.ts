import { expect, it } from "vitest";
import { createDraftStore } from "./draft-store.ts";

function memoryStorage(): Storage {
  const rows = new Map<string, string>();
  return {
    get length() {
      return rows.size;
    },
    clear: () => rows.clear(),
    getItem: (key) => rows.get(key) ?? null,
    key: (index) => [...rows.keys()][index] ?? null,
    removeItem: (key) => void rows.delete(key),
    setItem: (key, value) => void rows.set(key, value),
  };
}

const draft = { text: "half a thought", mentions: [{ id: "a1", name: "Ann" }] };

it("keeps a draft over a reload, by channel and person", () => {
  const storage = memoryStorage();
  createDraftStore("me", () => storage).set("c1", draft);
  const reloaded = createDraftStore("me", () => storage);
  expect(reloaded.get("c1")).toEqual(draft);
  expect(reloaded.get("c2")).toBeNull();
  expect(createDraftStore("you", () => storage).get("c1")).toBeNull();
});

it("removes an emptied draft", () => {
  const storage = memoryStorage();
  const store = createDraftStore("me", () => storage);
  store.set("c1", draft);
  store.set("c1", { text: "  ", mentions: [] });
  expect(store.get("c1")).toBeNull();
  expect(storage.length).toBe(0);
});

it("goes on in memory where storage is forbidden or holds rubbish", () => {
  const forbidden = createDraftStore("me", () => {
    throw new Error("denied");
  });
  forbidden.set("c1", draft);
  expect(forbidden.get("c1")).toEqual(draft);
  const storage = memoryStorage();
  storage.setItem("chat:draft:me:c1", "{nonsense");
  expect(createDraftStore("me", () => storage).get("c1")).toBeNull();
});

it("tells listeners until they stop", () => {
  const store = createDraftStore("me", memoryStorage);
  let calls = 0;
  const stop = store.subscribe(() => calls++);
  store.set("c1", draft);
  stop();
  store.set("c1", { text: "", mentions: [] });
  expect(calls).toBe(1);
});
