/** What the windowed list is given. */
export interface Stage<R extends { key: string }> {
  rows: readonly R[];
  /** True if this stage only added to or took from the start: positions are then kept from the end. */
  shift: boolean;
  /** Rises when the rows are other ones altogether: sizes that were measured mean nothing then. */
  generation: number;
  /** The rows that it leads to. */
  target: readonly R[];
}

/**
 * The next stage on the way to `target`. A change at the start and one elsewhere may come together (a page of older messages, and
 * somebody speaks); the list can keep its place only for one at a time, so the start goes first and the rest a commit later.
 */
export function nextStage<R extends { key: string }>(stage: Stage<R>, target: readonly R[]): Stage<R> {
  const { rows, generation } = stage;
  const plain = { rows: target, shift: false, generation, target };
  const first = rows[0];
  const newFirst = target[0];
  if (rows === target) return stage.target === target && !stage.shift ? stage : plain;
  if (!first || !newFirst) return first === newFirst ? plain : { ...plain, generation: generation + 1 };
  if (first.key === newFirst.key) return plain;

  const added = target.findIndex((row) => row.key === first.key);
  if (added > 0) {
    const only = target.length === added + rows.length && target.at(-1)?.key === rows.at(-1)?.key;
    return { rows: only ? target : [...target.slice(0, added), ...rows], shift: true, generation, target };
  }
  const removed = rows.findIndex((row) => row.key === newFirst.key);
  if (removed > 0) return { rows: rows.slice(removed), shift: true, generation, target };
  return { ...plain, generation: generation + 1 };
}
