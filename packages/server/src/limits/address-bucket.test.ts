import { describe, expect, it } from "vitest";
import { addressBucket } from "./address-bucket.ts";

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
