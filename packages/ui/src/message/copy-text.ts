/**
 * Puts text on the clipboard. Answers whether the browser let it: on a page without https there is no `navigator.clipboard`, and in a frame it may be
 * refused; then it is copied as by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Selects the text in a field that nobody sees, beside what has the focus: what keeps focus inside itself, such as a menu, lets it be there. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.style.cssText = "position:fixed;inset:0 auto auto 0;opacity:0";
  (before?.parentElement ?? document.body).append(field);
  field.focus({ preventScroll: true });
  field.select();
  // Deprecated, and the only way there.
  const isCopied = document.execCommand("copy");
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  field.remove();
  return isCopied;
}
