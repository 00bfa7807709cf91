/** A change to a textarea's text: replace `start`–`end` by `insert`, then select `selectStart`–`selectEnd`. */
export interface TextChange {
  start: number;
  end: number;
  insert: string;
  selectStart: number;
  selectEnd: number;
}

export const markdownMarks = { bold: "**", italic: "_", code: "`", strike: "~~", spoiler: "||" } as const;

/** Puts markdown marks around the selection, or takes them away where they already stand. */
export function wrapSelection(text: string, start: number, end: number, mark: string): TextChange {
  const size = mark.length;
  const selected = text.slice(start, end);
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return { start: start - size, end: end + size, insert: selected, selectStart: start - size, selectEnd: end - size };
  }
  if (selected.length >= size * 2 && selected.startsWith(mark) && selected.endsWith(mark)) {
    const bare = selected.slice(size, -size);
    return { start, end, insert: bare, selectStart: start, selectEnd: start + bare.length };
  }
  return { start, end, insert: `${mark}${selected}${mark}`, selectStart: start + size, selectEnd: end + size };
}

/**
 * Applies a change through the browser's own editing, so that undo still works; where that is refused, `setRangeText` does it and
 * the caller's `input` listener hears of it.
 */
export function applyTextChange(field: HTMLTextAreaElement, change: TextChange): void {
  field.focus();
  field.setSelectionRange(change.start, change.end);
  const isDone = change.insert !== "" && document.execCommand("insertText", false, change.insert);
  if (!isDone) {
    field.setRangeText(change.insert, change.start, change.end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  field.setSelectionRange(change.selectStart, change.selectEnd);
}
