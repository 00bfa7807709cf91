const GAP = 6;
const EDGE = 8;

/** Puts a fixed element above or below an anchor, centred, on the other side where there is no room, and never off the window. */
export function placeBeside(element: HTMLElement, anchor: Element, side: "top" | "bottom"): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const fitsAbove = at.top - GAP - height >= EDGE;
  const fitsBelow = at.bottom + GAP + height <= window.innerHeight - EDGE;
  const above = side === "top" ? fitsAbove || !fitsBelow : fitsAbove && !fitsBelow;
  const centred = at.left + at.width / 2 - width / 2;
  const left = Math.max(EDGE, Math.min(centred, window.innerWidth - width - EDGE));
  element.style.insetInlineStart = "auto";
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(above ? at.top - GAP - height : at.bottom + GAP)}px`;
}
