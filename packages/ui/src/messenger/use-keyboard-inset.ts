import { useEffect, type RefObject } from "react";

// What is lower than this is a browser's own bar that comes and goes.
const LEAST_PX = 80;

/**
 * Keeps an element above the on-screen keyboard where the browser lays it over the page (iOS) and does not make the page smaller: its height
 * is put into `--chat-keyboard`. On what resizes the page the value stays 0.
 */
export function useKeyboardInset(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const place = () => {
      const element = box.current;
      if (!element) return;
      const bottom = element.getBoundingClientRect().bottom + covered(element);
      // Zoomed in, the visual viewport is a lens and not what is left of the page.
      const over = view.scale > 1.01 ? 0 : Math.round(bottom - (view.offsetTop + view.height));
      element.style.setProperty("--chat-keyboard", `${over > LEAST_PX ? over : 0}px`);
    };
    place();
    view.addEventListener("resize", place);
    view.addEventListener("scroll", place);
    return () => {
      view.removeEventListener("resize", place);
      view.removeEventListener("scroll", place);
    };
  }, [box]);
}

/** What the element gave up for the keyboard already. */
function covered(element: HTMLElement): number {
  const parent = element.parentElement?.getBoundingClientRect();
  return parent ? parent.bottom - element.getBoundingClientRect().bottom : 0;
}
