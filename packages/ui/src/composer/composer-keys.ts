/** What a key asks of the composer; null leaves it to the textarea. */
export type ComposerKeyAction = "send" | "edit-last" | "cancel" | "bold" | "italic" | "code" | null;

export interface ComposerKey {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const wraps: Readonly<Record<string, ComposerKeyAction>> = { b: "bold", i: "italic", e: "code" };

/**
 * Reads a key. While an input method composes, every key is its own: browsers tell it by `isComposing`, Safari's last Enter only by
 * key code 229.
 */
export function readComposerKey(event: ComposerKey, state: { isEmpty: boolean; isTouch: boolean }): ComposerKeyAction {
  if (event.isComposing || event.keyCode === 229) return null;
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter") {
    if (event.shiftKey || event.altKey) return null;
    return state.isTouch && !hasControl ? null : "send";
  }
  if (event.key === "Escape") return "cancel";
  if (event.key === "ArrowUp") return state.isEmpty && !event.shiftKey && !event.altKey && !hasControl ? "edit-last" : null;
  if (hasControl && !event.shiftKey && !event.altKey) return wraps[event.key.toLowerCase()] ?? null;
  return null;
}
