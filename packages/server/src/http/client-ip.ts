import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";

/** Answers the address that a request really comes from, or null when its socket is gone. */
export type ClientIp = (req: IncomingMessage) => string | null;

/**
 * The socket's own address; where that is one of `trustedProxies` (addresses or CIDR ranges), the right-most address of `X-Forwarded-For` that is
 * not. Nobody else's forwarded header is believed. Throws a TypeError for an entry that is neither.
 */
export function createClientIp(trustedProxies: readonly string[] = []): ClientIp {
  const trusted = readRanges(trustedProxies);
  const isTrusted = (ip: string) => trusted.check(ip, isIPv6(ip) ? "ipv6" : "ipv4");
  return (req) => {
    const direct = plain(req.socket.remoteAddress ?? "");
    if (direct === null || !isTrusted(direct)) return direct;
    const hops = [req.headers["x-forwarded-for"] ?? []]
      .flat()
      .join(",")
      .split(",")
      .map((hop) => plain(hop.trim()));
    for (const hop of hops.reverse()) {
      if (hop === null) return direct;
      if (!isTrusted(hop)) return hop;
    }
    return direct;
  };
}

function readRanges(entries: readonly string[]): BlockList {
  const ranges = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (isIP(address) === 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix)))
      throw new TypeError(`${entry} is not an address or CIDR range.`);
    if (prefix === undefined) ranges.addAddress(address, family);
    else ranges.addSubnet(address, Number(prefix), family);
  }
  return ranges;
}

/** An IPv4 address that arrived over an IPv6 socket is an IPv4 address. */
function plain(ip: string): string | null {
  const unmapped = ip.startsWith("::ffff:") && ip.includes(".") ? ip.slice(7) : ip;
  return isIP(unmapped) === 0 ? null : unmapped;
}
