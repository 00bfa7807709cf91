import type { OwnSanction } from "@chat/contract";

/** The ban from the whole site that is in force, of several the one that lasts longest; null where there is none. */
export function siteBanOf(items: readonly OwnSanction[]): OwnSanction | null {
  const bans = items.filter(({ type, channel, liftedAt }) => type === "ban" && channel === null && liftedAt === null);
  const endOf = ({ until }: OwnSanction) => (until === null ? Infinity : Date.parse(until));
  return bans.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null;
}
