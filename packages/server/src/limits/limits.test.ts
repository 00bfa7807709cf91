import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatError } from "../chat-error.ts";
import { Limits } from "./limits.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Limits", () => {
  it("refuse beyond the limit until the window ends", async () => {
    const limits = new Limits({ rates: { signIn: { max: 2, windowMs: 500 } }, store: null });
    const take = (key: string) => limits.take("signIn", key);
    expect([await take("a"), await take("a"), await take("a")]).toEqual([0, 0, 500]);
    expect(await take("b")).toBe(0);
    vi.advanceTimersByTime(400);
    expect(await take("a")).toBe(100);
    vi.advanceTimersByTime(100);
    expect(await take("a")).toBe(0);
  });

  it("take back what was counted", async () => {
    const limits = new Limits({ rates: { signInEmail: { max: 2, windowMs: 500 } }, store: null });
    const take = () => limits.take("signInEmail", "a");
    expect([await take(), await take()]).toEqual([0, 0]);
    await limits.giveBack("signInEmail", "a");
    expect([await take(), await take()]).toEqual([0, 500]);
  });

  it("hold a bounded number of keys", { timeout: 60_000 }, async () => {
    const limits = new Limits({ rates: { signUp: { max: 1, windowMs: 60_000 } }, store: null });
    await limits.take("signUp", "first");
    for (let index = 0; index < 110_000; index += 1) await limits.take("signUp", `k${index}`);
    expect(await limits.take("signUp", "first")).toBe(0);
    expect(await limits.take("signUp", "k109999")).toBe(60_000);
  });

  it("let ten messages through at once, then two a second", async () => {
    const limits = new Limits({ store: null });
    const burst = await Promise.all(Array.from({ length: 12 }, () => limits.take("message", "ann in room")));
    expect(burst).toEqual([...Array<number>(10).fill(0), 1_000, 1_000]);
    for (let second = 0; second < 5; second += 1) {
      vi.advanceTimersByTime(1_000);
      const next = await Promise.all(Array.from({ length: 3 }, () => limits.take("message", "ann in room")));
      expect(next).toEqual([0, 0, 1_000]);
    }
  });

  it("answer one key's calls in the order in which they came, whichever window they fall into", async () => {
    const limits = new Limits({ rates: { message: { max: 1, windowMs: 1_000, burst: 50, burstMs: 60_000 } }, store: null });
    const order: number[] = [];
    const take = (index: number) => limits.take("message", "a").then(() => order.push(index));
    const taken = [0, 1, 2, 3].map(take);
    vi.advanceTimersByTime(1_000);
    await Promise.all([...taken, ...[4, 5, 6, 7].map(take)]);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("refuse with the time to wait, and count nothing that is off", async () => {
    const limits = new Limits({ rates: { join: { max: 0, windowMs: 2_000 }, calls: null }, store: null });
    const refusal = await limits.require("join", "ann").catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ChatError);
    expect(refusal).toMatchObject({ reason: "RATE_LIMITED", retryAfterMs: 2_000 });
    for (let index = 0; index < 1_000; index += 1) await limits.require("calls", "ann");
  });
});
