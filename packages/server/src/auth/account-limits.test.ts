import { describe, expect, it } from "vitest";
import { addressBucket, RateCounter } from "./account-limits.ts";

describe("RateCounter", () => {
  it("refuses beyond the limit until the window ends", () => {
    let now = 1_000;
    const counter = new RateCounter(() => now);
    const rate = { max: 2, windowMs: 500 };
    expect([counter.take("a", rate), counter.take("a", rate), counter.take("a", rate)]).toEqual([0, 0, 500]);
    expect(counter.take("b", rate)).toBe(0);
    now = 1_400;
    expect(counter.take("a", rate)).toBe(100);
    now = 1_500;
    expect(counter.take("a", rate)).toBe(0);
  });

  it("starts again when cleared", () => {
    const counter = new RateCounter(() => 0);
    const rate = { max: 1, windowMs: 500 };
    counter.take("a", rate);
    counter.clear("a");
    expect(counter.take("a", rate)).toBe(0);
  });

  it("holds a bounded number of keys", () => {
    const counter = new RateCounter(() => 0);
    const rate = { max: 1, windowMs: 500 };
    counter.take("first", rate);
    for (let index = 0; index < 100_000; index += 1) counter.take(`k${index}`, rate);
    expect(counter.take("first", rate)).toBe(0);
    expect(counter.take("k99999", rate)).toBe(500);
  });
});

describe("addressBucket", () => {
  it("counts an IPv6 network as one, however it is written", () => {
    const bucket = addressBucket("2001:db8:1:2::1");
    expect(addressBucket("2001:db8:1:2:ffff:ffff:ffff:ffff")).toBe(bucket);
    expect(addressBucket("2001:0DB8:0001:0002::9")).toBe(bucket);
    expect(addressBucket("2001:db8:1:3::1")).not.toBe(bucket);
    expect(addressBucket("::1")).toBe("0:0:0:0");
  });

  it("counts IPv4 addresses one by one", () => {
    expect(addressBucket("203.0.113.7")).toBe("203.0.113.7");
    expect(addressBucket(null)).toBe("unknown");
  });
});
