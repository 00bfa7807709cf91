import type { ChannelEntry } from "@chat/contract";

/** Why nobody can write here now; the catalogue words it. */
export type ComposerBlock = "archived" | "frozen" | "posting" | "blocked" | "muted" | "notMember" | "peerGone";

/**
 * The reason for which the composer is closed, or null. A moderator still writes in a frozen channel, and where members do not. `blocked`: whom the
 * reader blocked.
 */
export function composerBlock(
  { channel, me, peer }: Pick<ChannelEntry, "channel" | "me" | "peer">,
  blocked?: ReadonlySet<string>,
): ComposerBlock | null {
  if (channel.archivedAt !== null) return "archived";
  if (me === null) return "notMember";
  if (channel.frozenAt !== null && me.role === "member") return "frozen";
  if (channel.postingPolicy === "moderators" && me.role === "member") return "posting";
  if (channel.type === "direct" && peer !== null && blocked?.has(peer.id)) return "blocked";
  if (channel.type === "direct" && peer !== null && peer.deactivatedAt !== null) return "peerGone";
  return null;
}
