import { afterEach, describe, expect, it, vi } from "vitest";
import { createTokens, renewalMs } from "./tokens.ts";

const now = Date.parse("2026-11-24T10:00:00.000Z");
const encode = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
const tokenOf = (claims: object) => `${encode({ alg: "HS256" })}.${encode(claims)}.signature`;
const living = (seconds: number, over: object = {}) =>
  tokenOf({ sub: "Zoë ÿ?", iat: now / 1000, exp: now / 1000 + seconds, ...over });

afterEach(() => vi.useRealTimers());

describe("a token's renewal", () => {
  it("is due at 80 % of its life, by its own claims", () => {
    expect(renewalMs(living(900), now)).toBe(720_000);
    expect(renewalMs(living(900), now + 300_000)).toBe(480_000);
  });

  it("does not wait for ever where this device's clock is behind, and does not hurry where it is ahead", () => {
    expect(renewalMs(living(900), now - 3_600_000)).toBe(720_000);
    expect(renewalMs(living(900), now + 3_600_000)).toBe(5_000);
  });

  it("is never due where the token does not say when it ends", () => {
    for (const token of ["opaque", "a.b.c", tokenOf({ sub: "x" }), tokenOf({ exp: "soon" })])
      expect(renewalMs(token, now)).toBe(Infinity);
  });
});

describe("the host's tokens", () => {
  it("are asked for when one is needed, once for all who need it, and again when most of its life is over", async () => {
    vi.useFakeTimers({ now });
    const getToken = vi.fn(() => Promise.resolve(living(100)));
    const tokens = createTokens(getToken);
    const [a, b] = await Promise.all([tokens.current(), tokens.current()]);
    expect(a).toBe(b);
    vi.setSystemTime(now + 79_000);
    await tokens.current();
    expect(getToken).toHaveBeenCalledTimes(1);
    expect(tokens.renewInMs()).toBe(1_000);
    vi.setSystemTime(now + 81_000);
    await tokens.current();
    expect(getToken).toHaveBeenCalledTimes(2);
    tokens.forget();
    await tokens.current();
    expect(getToken).toHaveBeenCalledTimes(3);
  });

  it("may be none, and may fail", async () => {
    expect(await createTokens(() => undefined).current()).toBeNull();
    const getToken = vi.fn().mockRejectedValueOnce(new Error("away")).mockReturnValue("token");
    const tokens = createTokens(getToken);
    await expect(tokens.current()).rejects.toThrow("away");
    expect(await tokens.current()).toBe("token");
  });
});
