import type { Catalogue } from "../catalogue/english.ts";
import { listFormat } from "../catalogue/formats.ts";

/** "You, Ann and 3 others": the reader first, then the others in order; `count` is how many there are in all. */
export function reactorNames(
  ids: readonly string[],
  count: number,
  me: string,
  nameOf: (id: string) => string | undefined,
  t: Pick<Catalogue, "common" | "reaction">,
  locale: string,
): string {
  const known = [...ids.filter((id) => id === me), ...ids.filter((id) => id !== me)];
  const names = known.map((id) => (id === me ? t.common.you : nameOf(id))).filter((name) => name !== undefined);
  const others = count - names.length;
  if (others <= 0) return listFormat(locale).format(names);
  return names.length === 0 ? t.reaction.people(others) : t.reaction.andOthers(names.join(", "), others);
}
