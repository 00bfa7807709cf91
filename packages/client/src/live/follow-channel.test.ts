import { TRPCClientError } from "@trpc/client";
import { QueryClient } from "@tanstack/query-core";
import { afterEach, expect, it, vi } from "vitest";
import { roomSlices, slices } from "../cache/slices.ts";
import { createStore } from "../cache/store.ts";
import type { ClientContext } from "../client-context.ts";
import { entry, me } from "../fixtures/wire.ts";
import { followChannel } from "./follow-channel.ts";

afterEach(() => vi.useRealTimers());

it("stays gone, and asks ever more rarely, where the list says member and the server refuses", async () => {
  vi.useFakeTimers();
  const store = createStore(new QueryClient());
  store.dispatch({ type: "me.arrived", me: me() });
  const held = entry();
  const channelId = held.channel.id;
  const refusal = TRPCClientError.from({ error: { code: -32603, message: "no", data: { reason: "FORBIDDEN" } } });
  const query = vi.fn().mockRejectedValue(refusal);
  const connection = { signal: new AbortController().signal, whenAllowed: () => Promise.resolve() };
  const open = { isFocused: () => true };
  const context = { store, connection, open, trpc: { message: { list: { query } } } } as unknown as ClientContext;
  const listAgain = () => store.dispatch({ type: "entry.arrived", entry: held, reading: false });
  listAgain();
  // A screen that shows the channel reads it again whenever it is not held.
  store.subscribe(slices.channels, () => {
    if (store.read(slices.channels).held[channelId] === undefined) void Promise.resolve().then(listAgain);
  });
  const follower = followChannel(context, channelId);
  await vi.advanceTimersByTimeAsync(0);
  expect(query).toHaveBeenCalledTimes(2);
  expect(store.read(roomSlices.timeline(channelId)).live).toBe("gone");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(query.mock.calls.length).toBeLessThan(12);
  expect(query.mock.calls.length).toBeGreaterThan(4);
  follower.stop();
});
