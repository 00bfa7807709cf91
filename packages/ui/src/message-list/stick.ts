/** Pixels from the end within which the end counts as seen. */
export const NEAR_END = 24;
/** Pixels that a position may be off by rounding. */
const SLACK = 2;

export interface Move {
  /** Scroll offset before and now, and what is left below, in pixels. */
  before: number;
  now: number;
  distance: number;
}

/**
 * `held`: follows what comes at the end. `leaving`: the reader has begun to move away, and no scroll event has shown it yet; those of the
 * list's own earlier moves may still come. `away`: follows nothing.
 */
export type Hold = "held" | "leaving" | "away";

/**
 * Whether the list holds to its end after a move. It lets go at the first pixel upwards that leaves the end, and takes hold again only
 * when a move downwards comes near it: so neither a small gesture is fought, nor a position beside the end lost by rounding.
 */
export function nextHold(hold: Hold, { before, now, distance }: Move): Hold {
  if (hold === "leaving" && now >= before) return now > before && distance <= NEAR_END ? "held" : "leaving";
  if (distance <= SLACK) return "held";
  if (now < before) return "away";
  return hold === "held" || (now > before && distance <= NEAR_END) ? "held" : "away";
}
