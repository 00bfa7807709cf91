/** Waits are random, so that thousands of clients that lost one server do not come back as one. */
const first = 500;
const longest = 30_000;

/** Milliseconds before attempt `attempt` (0, 1, 2 …): 0–500 at first, doubling to 30 s. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  if (attempt === 0) return random() * first;
  const most = Math.min(first * 2 ** attempt, longest);
  return most / 2 + (random() * most) / 2;
}
