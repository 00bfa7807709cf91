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
 * Whether the list holds to its end after a move. It lets go at the first pixel upwards that leaves the end, and takes hold again only
 * when a move downwards comes near it: so neither a small gesture is fought, nor a position beside the end lost by rounding.
 */
export function nextStuck(stuck: boolean, { before, now, distance }: Move): boolean {
  if (distance <= SLACK) return true;
  if (now < before) return false;
  return stuck || (now > before && distance <= NEAR_END);
}
