import { QueryClient } from "@tanstack/query-core";
import { expect, it, vi } from "vitest";
import { slices } from "../cache/slices.ts";
import { createStore } from "../cache/store.ts";
import type { ClientContext } from "../client-context.ts";
import { entry, head, me, membership } from "../fixtures/wire.ts";
import { loadChannel, loadChannelAnew } from "./load-channel.ts";

const mentioned = (mentionCount: number, version: number) =>
  entry({ head: head(version), me: membership({ mentionCount, countedSeq: version }) });

it("reads again what happened after a read had begun, and shares reads otherwise", async () => {
  const store = createStore(new QueryClient());
  store.dispatch({ type: "me.arrived", me: me() });
  const first = Promise.withResolvers<ReturnType<typeof entry>>();
  const query = vi.fn().mockReturnValueOnce(first.promise).mockResolvedValueOnce(mentioned(0, 4));
  const connection = { signal: new AbortController().signal };
  const context = { store, connection, trpc: { channel: { get: { query } } } } as unknown as ClientContext;
  const reads = [loadChannel(context, "c"), loadChannel(context, "c")];
  expect(query).toHaveBeenCalledTimes(1);
  // A second mention is deleted while the count without the first is on its way.
  reads.push(loadChannelAnew(context, "c"), loadChannelAnew(context, "c"));
  first.resolve(mentioned(1, 3));
  await Promise.all(reads);
  expect(query).toHaveBeenCalledTimes(2);
  expect(store.read(slices.channels).held["c"]?.entry.me?.mentionCount).toBe(0);
});
