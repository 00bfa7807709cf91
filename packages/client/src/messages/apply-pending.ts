import type { Timeline } from "./timeline.ts";

/**
 * Drops pending messages whose row has come, in the same step that shows the row: one of the two is always on screen, never both. A confirmed
 * one that waits for rows before it stays; where the window has passed it or is elsewhere it goes, since no row of it will come.
 */
export function applyPending(timeline: Timeline, myId: string): Timeline {
  if (timeline.pending.length === 0) return timeline;
  const arrived = new Set<string>();
  for (const row of timeline.rows) if (row.author.id === myId) arrived.add(row.clientId);
  const ahead = new Map(timeline.ahead.filter((row) => row.author.id === myId).map((row) => [row.clientId, row.seq]));
  const pending = timeline.pending
    .filter((one) => !arrived.has(one.clientId) && (one.seq === null || (timeline.following && one.seq > timeline.endSeq)))
    .map((one) => {
      const seq = ahead.get(one.clientId);
      return seq === undefined || one.seq !== null ? one : { ...one, state: "confirmed" as const, seq, error: null };
    });
  const same = pending.length === timeline.pending.length && pending.every((one, index) => one === timeline.pending[index]);
  return same ? timeline : { ...timeline, pending };
}
