import { useEffect } from "react";

/** Names the tab while mounted, and gives it back its own name afterwards. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);
}
