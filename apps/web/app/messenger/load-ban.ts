import type { OwnSanction } from "@chat/contract";
import { callChat, codeOf } from "./load-me.ts";

/** The ban from the whole site of who signed in, the one that lasts longest; null for everybody else. */
export async function loadBan(): Promise<OwnSanction | null> {
  const call = await callChat();
  try {
    const { items } = await call.sanction.mine();
    const bans = items.filter(({ type, channel, liftedAt }) => type === "ban" && channel === null && liftedAt === null);
    const endOf = ({ until }: OwnSanction) => (until === null ? Infinity : Date.parse(until));
    return bans.toSorted((one, other) => endOf(other) - endOf(one))[0] ?? null;
  } catch (error) {
    if (codeOf(error) === "UNAUTHORIZED") return null;
    throw error;
  }
}
