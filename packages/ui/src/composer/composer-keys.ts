/** Marks around the selection, or before each of its lines. */
export type FormatAction = "bold" | "italic" | "code" | "strike" | "spoiler" | "quote" | "bullets" | "numbers";

/** What a key asks of the composer; null leaves it to the textarea. */
export type ComposerKeyAction = "send" | "edit-last" | "cancel" | "newline" | FormatAction | null;

export interface ComposerKey {
  key: string;
  code: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const plain: Readonly<Record<string, FormatAction>> = { b: "bold", i: "italic", e: "code" };
// By the key's place, since Shift makes another character of a digit on each keyboard.
const shifted: Readonly<Record<string, FormatAction>> = {
  KeyX: "strike",
  KeyS: "spoiler",
  Digit9: "quote",
  Digit8: "bullets",
  Digit7: "numbers",
};

/**
 * Reads a key. While an input method composes, every key is its own: browsers tell it by `isComposing`, Safari's last Enter only by
 * key code 229.
 */
export function readComposerKey(event: ComposerKey, state: { isEmpty: boolean; isTouch: boolean }): ComposerKeyAction {
  if (event.isComposing || event.keyCode === 229) return null;
  const hasControl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter") {
    if (event.shiftKey || event.altKey) return "newline";
    return state.isTouch && !hasControl ? "newline" : "send";
  }
  if (event.key === "Escape") return "cancel";
  if (event.key === "ArrowUp") return state.isEmpty && !event.shiftKey && !event.altKey && !hasControl ? "edit-last" : null;
  if (!hasControl || event.altKey) return null;
  return (event.shiftKey ? shifted[event.code] : plain[event.key.toLowerCase()]) ?? null;
}
