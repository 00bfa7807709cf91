import { useEffect } from "react";

// What is lower than this is a browser's own bar that comes and goes.
const LEAST_PX = 80;

/**
 * Makes room for the on-screen keyboard where the browser lays it over the page (iOS) and does not make the page smaller. `--chat-keyboard` is how
 * much of the page it covers, and `--chat-covered` how much of this box. On what resizes the page both stay 0.
 */
export function useKeyboardInset(box: HTMLElement | null): void {
  useEffect(() => {
    const view = window.visualViewport;
    if (!view || !box) return undefined;
    const place = () => {
      const page = document.documentElement.clientHeight;
      // Zoomed in, the visual viewport is a lens and not what is left of the page.
      const isOpen = view.scale < 1.01 && page - view.height > LEAST_PX;
      const keyboard = isOpen ? Math.max(0, page - view.height - view.offsetTop) : 0;
      // A box may end before the page does, or go on below it.
      const covered = keyboard === 0 ? 0 : box.getBoundingClientRect().bottom - (page - keyboard);
      box.style.setProperty("--chat-keyboard", `${Math.round(keyboard)}px`);
      box.style.setProperty("--chat-covered", `${Math.round(Math.min(keyboard, Math.max(0, covered)))}px`);
    };
    place();
    view.addEventListener("resize", place);
    view.addEventListener("scroll", place);
    window.addEventListener("scroll", place, { passive: true });
    return () => {
      view.removeEventListener("resize", place);
      view.removeEventListener("scroll", place);
      window.removeEventListener("scroll", place);
    };
  }, [box]);
}
