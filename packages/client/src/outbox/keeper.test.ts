import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pendingOf } from "../fixtures/pending.ts";
import { createIndexedDbStorage } from "./indexed-db.ts";
import { createKeeper, type Keeper, type KeeperHandlers } from "./keeper.ts";
import type { OutboxOwner, OutboxStorage, StoredMessage } from "./outbox-storage.ts";

const ann: OutboxOwner = { server: "https://chat.example", userId: "ann" };
const stored = (clientId: string, over: Partial<StoredMessage["pending"]> = {}): StoredMessage => ({
  channelId: "c",
  pending: pendingOf(clientId, over),
});

let factory: IDBFactory;
const open: Keeper[] = [];

beforeEach(() => {
  factory = new IDBFactory();
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});
afterEach(() => {
  for (const keeper of open.splice(0)) keeper.end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function handlers() {
  return { onStored: vi.fn<KeeperHandlers["onStored"]>(), onNews: vi.fn<KeeperHandlers["onNews"]>(), onLead: vi.fn() };
}

/** A tab of a browser: all of them have one database, one lock manager, one channel. */
function openTab(owner: OutboxOwner = ann, storage: OutboxStorage = createIndexedDbStorage(factory)) {
  const keeper = createKeeper({ storage, tabs: { locks: navigator.locks, BroadcastChannel } });
  const heard = handlers();
  keeper.begin(owner, heard);
  open.push(keeper);
  return { keeper, ...heard };
}

const leading = (tab: { keeper: Keeper }) => vi.waitFor(() => expect(tab.keeper.leads).toBe(true), { interval: 5 });

describe("what is kept in IndexedDB", () => {
  it("is one person's on one server, in the order of its clientIds, and over the life of the page", async () => {
    const storage = createIndexedDbStorage(factory);
    for (const id of ["2", "1", "3"]) await storage.put(ann, stored(id));
    await storage.put({ ...ann, userId: "bob" }, stored("4"));
    await storage.put({ ...ann, server: "https://other.example" }, stored("5"));
    await storage.put(ann, stored("2", { state: "failed" }));
    await storage.remove(ann, "3");
    const later = await createIndexedDbStorage(factory).load(ann);
    expect(later.map(({ pending }) => [pending.clientId, pending.state])).toEqual([
      ["1", "sending"],
      ["2", "failed"],
    ]);
    expect(await createIndexedDbStorage(factory).load({ ...ann, userId: "an" })).toEqual([]);
  });

  it("is opened again where the browser took the database away", async () => {
    const open = vi.spyOn(factory, "open");
    const storage = createIndexedDbStorage(factory);
    await storage.put(ann, stored("1"));
    await new Promise((resolve) => factory.deleteDatabase("chat-outbox").addEventListener("success", resolve));
    await storage.put(ann, stored("2"));
    expect((await storage.load(ann)).map(({ pending }) => pending.clientId)).toEqual(["2"]);
    expect(open).toHaveBeenCalledTimes(2);
  });
});

describe("tabs of one person", () => {
  it("have one that leads; the next takes over when it closes, and reads what it left", async () => {
    const first = openTab();
    await leading(first);
    const second = openTab();
    await second.keeper.keep(stored("1"));
    expect(second.keeper.leads).toBe(false);
    expect(second.onLead).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(first.onNews).toHaveBeenCalledWith({ type: "kept", message: stored("1") }));
    first.keeper.end();
    await leading(second);
    expect(second.onLead).toHaveBeenCalledTimes(1);
    expect(second.onStored).toHaveBeenLastCalledWith([stored("1")]);
    expect(first.keeper.leads).toBe(true);
  });

  it("show what is stored, also those that do not lead", async () => {
    await createIndexedDbStorage(factory).put(ann, stored("1"));
    const first = openTab();
    await leading(first);
    const second = openTab();
    await vi.waitFor(() => expect(second.onStored).toHaveBeenCalledWith([stored("1")]));
    expect(second.keeper.leads).toBe(false);
  });

  it("let the one lead that somebody looks at", async () => {
    const document = Object.assign(new EventTarget(), { hidden: true });
    vi.stubGlobal("document", document);
    const first = openTab();
    await leading(first);
    const second = openTab();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(second.keeper.leads).toBe(false);
    // The page that is looked at is the second tab's; the first still sees itself hidden when it is asked.
    document.hidden = false;
    document.dispatchEvent(new Event("visibilitychange"));
    document.hidden = true;
    await leading(second);
    expect(first.keeper.leads).toBe(false);
    second.keeper.end();
    await leading(first);
  });

  it("of two people do not wait for each other", async () => {
    await leading(openTab());
    const other = openTab({ ...ann, userId: "bob" });
    await leading(other);
    await other.keeper.keep(stored("1"));
    expect(await createIndexedDbStorage(factory).load(ann)).toEqual([]);
  });
});

describe("a storage that fails", () => {
  const broken = (put: () => Promise<void>): OutboxStorage => ({
    load: () => Promise.resolve([]),
    put,
    remove: () => Promise.resolve(),
  });

  it("is tried no more, and the client goes on", async () => {
    const put = vi.fn(() => Promise.reject(new Error("The disk is full.")));
    const tab = openTab(ann, broken(put));
    await leading(tab);
    await tab.keeper.keep(stored("1"));
    await tab.keeper.keep(stored("2"));
    expect(put).toHaveBeenCalledTimes(1);
  });

  it("is waited for three seconds when it does not answer at all", async () => {
    const tab = openTab(
      ann,
      broken(() => new Promise(() => {})),
    );
    await leading(tab);
    vi.useFakeTimers();
    let isKept = false;
    const keeping = tab.keeper.keep(stored("1"))?.then(() => (isKept = true));
    await vi.advanceTimersByTimeAsync(2_900);
    expect(isKept).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await keeping;
    expect(isKept).toBe(true);
  });
});
