import { useEffect } from "react";

/** Gives focus back to what had it before this was opened, where closing it left focus nowhere. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
}
