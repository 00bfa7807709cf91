const second = 1_000;
const hour = 3_600 * second;

/** How the queue works. Times in milliseconds. */
export interface ModerationRules {
  /** How long a decision may be taken back; a message that it deletes is only hidden until then. */
  readonly undoMs: number;
  /** Within which time a case should be decided, and an urgent one. */
  readonly dueMs: number;
  readonly urgentDueMs: number;
  /** How long a moderator holds a case that they look at, from their last sign of life on. */
  readonly holdMs: number;
  /** How often each node looks for what a node that went down left undone. */
  readonly sweepMs: number;
}

export const defaultModerationRules: ModerationRules = {
  undoMs: 10 * second,
  dueMs: 24 * hour,
  urgentDueMs: 4 * hour,
  holdMs: 120 * second,
  sweepMs: 2 * second,
};
