/** How often something may be done: `max` times in a window that begins with the first. */
export interface Rate {
  readonly max: number;
  /** Milliseconds; whole seconds where nodes count together. */
  readonly windowMs: number;
  /** So many more in a row, beyond the rate, once in `burstMs`. */
  readonly burst?: number;
  readonly burstMs?: number;
}

/** Limits by what they count; null takes one off. Counts are shared by the nodes. */
export interface Rates {
  /** Calls of one person. */
  readonly calls: Rate | null;
  /** Messages of one person in one channel. */
  readonly message: Rate | null;
  /** Public groups that one person joins. */
  readonly join: Rate | null;
  /** Reports of one person. */
  readonly report: Rate | null;
  /** Typing events of one person in one channel; what exceeds it is dropped in silence. */
  readonly typing: Rate | null;
  /** Sockets from one address that prove nobody. */
  readonly connect: Rate | null;
  /** Attempts to sign in from one address, each of which costs a hash. */
  readonly signIn: Rate | null;
  /** Those of them that failed, or are under way. */
  readonly signInAddress: Rate | null;
  /** Attempts to sign in with one e-mail, from everywhere, that failed or are under way. */
  readonly signInEmail: Rate | null;
  /** Accounts made from one address. */
  readonly signUp: Rate | null;
  readonly changePassword: Rate | null;
  /** All other account routes together, from one address. */
  readonly other: Rate | null;
}

export type RateName = keyof Rates;

const second = 1_000;
const minute = 60 * second;

/**
 * The defaults fit people, also those behind one address (docs/decisions/2026-11-30-sign-in-limits.md). A message's burst of ten, then two a second.
 */
export const defaultRates: Rates = {
  calls: { max: 600, windowMs: minute },
  message: { max: 2, windowMs: second, burst: 8, burstMs: 30 * second },
  join: { max: 1, windowMs: 10 * second, burst: 9, burstMs: 10 * minute },
  report: { max: 5, windowMs: minute, burst: 15, burstMs: 60 * minute },
  typing: { max: 1, windowMs: 3 * second },
  connect: { max: 30, windowMs: minute },
  signIn: { max: 30, windowMs: minute },
  signInAddress: { max: 20, windowMs: 15 * minute },
  signInEmail: { max: 5, windowMs: 15 * minute },
  signUp: { max: 30, windowMs: 60 * minute },
  changePassword: { max: 10, windowMs: 10 * minute },
  other: { max: 600, windowMs: minute },
};

/** What guessing passwords must not get past: refused while nodes cannot count together. All else is then counted by each node alone. */
export const strictRates: ReadonlySet<RateName> = new Set(["signIn", "signInAddress", "signInEmail", "signUp", "changePassword"]);
