import type { Channel, MemberRole } from "@chat/contract";
import { useEffect, useState } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";

/** When slow mode lets this member send again; null where it does not hold them. */
export function slowModeUntil(
  channel: Pick<Channel, "slowModeSeconds">,
  role: MemberRole | null,
  messages: readonly TimelineMessage[],
  me: string,
): number | null {
  if (channel.slowModeSeconds === 0 || role !== "member") return null;
  const last = messages.findLast(
    (message) => message.author.id === me && message.kind !== "system" && message.local?.state !== "failed",
  );
  return last === undefined ? null : Date.parse(last.createdAt) + channel.slowModeSeconds * 1_000;
}

/** True while a message that was refused for a mute without end stands there; discarding or retrying it is how one tries again. */
export function isMuted(messages: readonly TimelineMessage[]): boolean {
  return messages.some(
    (message) =>
      message.local?.state === "failed" && message.local.reason === "MUTED" && message.local.retryAfterMs === undefined,
  );
}

/**
 * When the composer may send again. A refusal names a distance in time, so the moment is fixed when it is first seen.
 */
export function useWaitUntil(slowUntil: number | null, messages: readonly TimelineMessage[]): number | null {
  const refused = messages.findLast((message) => message.local?.retryAfterMs !== undefined);
  const [seen, setSeen] = useState<{ message: TimelineMessage; until: number } | null>(null);
  useEffect(() => {
    if (refused !== undefined) setSeen({ message: refused, until: Date.now() + (refused.local?.retryAfterMs ?? 0) });
  }, [refused]);
  const refusedUntil = refused !== undefined && seen?.message === refused ? seen.until : null;
  if (slowUntil === null) return refusedUntil;
  return Math.max(slowUntil, refusedUntil ?? 0);
}
