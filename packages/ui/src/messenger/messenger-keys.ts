/** What a key asks of the messenger as a whole; null is nothing. */
export type MessengerKeyAction = "search" | "previous" | "next" | "escape" | "keys" | null;

export interface MessengerKey {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  defaultPrevented: boolean;
}

/** Keys that a part has already answered (a menu's Escape, say) are left alone. */
export function readMessengerKey(event: MessengerKey): MessengerKeyAction {
  if (event.defaultPrevented) return null;
  // Shift makes the question mark on most keyboards.
  if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey) return "keys";
  if (event.shiftKey) return null;
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl && !event.altKey && event.key.toLowerCase() === "k") return "search";
  if (hasControl) return null;
  if (event.altKey && event.key === "ArrowUp") return "previous";
  if (event.altKey && event.key === "ArrowDown") return "next";
  return event.key === "Escape" && !event.altKey ? "escape" : null;
}

/** The id before or after the current one, stopping at the ends; the first where nothing is chosen. */
export function neighbour(ids: readonly string[], current: string | null, by: 1 | -1): string | null {
  const at = current === null ? -1 : ids.indexOf(current);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}
