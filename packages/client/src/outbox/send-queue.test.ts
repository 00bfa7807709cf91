import { TRPCClientError } from "@trpc/client";
import { expect, it, vi } from "vitest";
import type { ClientContext } from "../client-context.ts";
import { pendingOf } from "../fixtures/pending.ts";
import { createSendQueue } from "./send-queue.ts";

it("tells of a message whose answer was lost, and whose row comes before it is tried again", async () => {
  vi.useFakeTimers();
  const pending = [pendingOf("a")];
  const lost = new TRPCClientError("The connection was closed.");
  const send = vi.fn(() => Promise.reject(lost));
  const context = {
    store: { read: () => ({ pending }), dispatch: () => undefined },
    trpc: { message: { send: { mutate: send } } },
    connection: { whenOnline: () => Promise.resolve(), signal: new AbortController().signal, started: true },
  } as unknown as ClientContext;
  const onGone = vi.fn();
  const run = createSendQueue(() => context, {
    maySend: () => true,
    written: () => undefined,
    onSent: () => undefined,
    onFailed: () => undefined,
    onGone,
  });
  const done = run("c");
  await vi.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenCalledOnce();
  pending.length = 0;
  await vi.runAllTimersAsync();
  await done;
  expect(send).toHaveBeenCalledOnce();
  expect(onGone.mock.calls).toEqual([["c", "a", lost]]);
  vi.useRealTimers();
});
