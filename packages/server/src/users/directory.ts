import type { Caller } from "../context.ts";
import type { Directory, Services } from "../services.ts";

/** Whom this caller may find (DESIGN §5): by default everyone on this site, and for token users those they share a channel with. */
export function directoryOf(services: Services, caller: Caller): Directory {
  return services.directory ?? (caller.via === "token" ? "shared" : "all");
}

/** SQL of "shares a channel with the person whose id is the parameter `me`", for the user `u`. */
export const sharesSql = (me: string) => `EXISTS (SELECT FROM "Member" mine
  JOIN "Channel" shared ON shared.id = mine."channelId" AND shared."rootId" = shared.id
  JOIN "Member" theirs ON theirs."channelId" = mine."channelId" AND theirs."userId" = u.id AND theirs."leftAt" IS NULL
  WHERE mine."userId" = ${me} AND mine."leftAt" IS NULL)`;

/** SQL of "may be found" for the user `u`; `issuer` is the caller's. Everyone means everyone of one's own issuer: a site does not list a host's customers. */
export function findableSql(rule: Directory, { me, issuer }: { me: string; issuer: string }): string {
  if (rule === "none") return "FALSE";
  const reach = rule === "all" ? `(u.issuer = ${issuer} OR ${sharesSql(me)})` : sharesSql(me);
  return `(u."deactivatedAt" IS NULL AND ${reach})`;
}
