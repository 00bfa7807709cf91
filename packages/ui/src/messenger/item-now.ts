import type { ChannelEntry } from "@chat/contract";

const shown = new WeakMap<object, { entry: ChannelEntry; item: unknown }>();

/** A line of the list with another entry in it; the same object for the same two, so that its row does not render again. */
export function itemNow<I extends { entry: ChannelEntry }>(item: I, entry: ChannelEntry): I {
  if (item.entry === entry) return item;
  const held = shown.get(item);
  if (held?.entry === entry) return held.item as I;
  const now = { ...item, entry };
  shown.set(item, { entry, item: now });
  return now;
}
