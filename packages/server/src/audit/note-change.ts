interface Values {
  readonly before: unknown;
  readonly after: unknown;
}

/** What a field was and is, or what went from a list and came to it. */
type Change = Values | { readonly removed: unknown; readonly added: unknown };

/** By the answer of the call that made them, for as long as that is there. */
const noted = new WeakMap<object, Record<string, Change>>();
/** Characters of a value as JSON; of a longer one the beginning is told. */
const maxLength = 500;

/**
 * Has the entry of the audit log tell what an action changed: the fields of `before` and `after` that differ, and of lists, such as a thousand words,
 * what went and what came. Answers `answer`, which is to be what the procedure answers.
 */
export function noteChange<T extends object>(answer: T, before: object, after: object): T {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const changes: Record<string, Change> = {};
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const change = { before: was.get(name) ?? null, after: is.get(name) ?? null };
    if (JSON.stringify(change.before) !== JSON.stringify(change.after)) changes[name] = told(change);
  }
  noted.set(answer, changes);
  return answer;
}

/** What was noted of an answer. */
export function changesIn(answer: unknown): Record<string, Change> | null {
  return typeof answer === "object" && answer !== null ? (noted.get(answer) ?? null) : null;
}

function told({ before, after }: Values): Change {
  const whole = { before: shorten(before), after: shorten(after) };
  if (!Array.isArray(before) || !Array.isArray(after)) return whole;
  const [removed, added] = [without(before, after), without(after, before)];
  // Where they are the same, it is their order that changed.
  return removed.length === 0 && added.length === 0 ? whole : { removed: shorten(removed), added: shorten(added) };
}

function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const there = new Set(other.map((one) => JSON.stringify(one)));
  return list.filter((one) => !there.has(JSON.stringify(one)));
}

function shorten(value: unknown): unknown {
  const json = JSON.stringify(value);
  return json.length <= maxLength ? value : `${json.slice(0, maxLength).toWellFormed()}…`;
}
