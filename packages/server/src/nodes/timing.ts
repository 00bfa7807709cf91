/** How closely nodes watch one another, in milliseconds. */
export interface NodeTiming {
  /** How often a node says that it is there, and with which number it published last. Silence of nearly twice as long is a sign. */
  readonly beatMs: number;
  /** How often heads are compared while a node is silent or the bus is away. */
  readonly pollMs: number;
  /** How long a number or version that is missing may only be late. */
  readonly settleMs: number;
  /** How often heads are compared although all seems well. */
  readonly safetyMs: number;
  /** Within which time inboxes are told to read their list again, spread at random; with many inboxes it takes longer. */
  readonly spreadMs: number;
  /** A node that is silent for so long is not waited for any more. */
  readonly forgetMs: number;
}

export const defaultTiming: NodeTiming = {
  beatMs: 1_000,
  pollMs: 1_000,
  settleMs: 250,
  safetyMs: 30_000,
  spreadMs: 1_000,
  forgetMs: 600_000,
};
