import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { createClientIp } from "./client-ip.ts";

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

describe("createClientIp", () => {
  it("believes the socket, and no header, by default", () => {
    const clientIp = createClientIp();
    expect(clientIp(request("203.0.113.7", "198.51.100.1"))).toBe("203.0.113.7");
    expect(clientIp(request("::ffff:203.0.113.7"))).toBe("203.0.113.7");
    expect(clientIp(request(undefined))).toBe(null);
  });

  it("walks back through trusted proxies only", () => {
    const clientIp = createClientIp(["10.0.0.0/8", "::1"]);
    expect(clientIp(request("10.1.2.3", "198.51.100.1"))).toBe("198.51.100.1");
    expect(clientIp(request("::1", "1.1.1.1, 198.51.100.1, 10.9.9.9"))).toBe("198.51.100.1");
    expect(clientIp(request("10.1.2.3", "198.51.100.1, nonsense"))).toBe("10.1.2.3");
    expect(clientIp(request("10.1.2.3"))).toBe("10.1.2.3");
    expect(clientIp(request("203.0.113.7", "198.51.100.1"))).toBe("203.0.113.7");
  });

  it("refuses entries that are no addresses", () => {
    expect(() => createClientIp(["proxy.internal"])).toThrow(TypeError);
    expect(() => createClientIp(["10.0.0.0/x"])).toThrow(TypeError);
  });
});
