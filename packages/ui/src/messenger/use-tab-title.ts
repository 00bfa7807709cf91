import { useEffect } from "react";

/** Names the tab while mounted, and gives it back its own name afterwards; null leaves it alone. */
export function useTabTitle(title: string | null): void {
  const isOurs = title !== null;
  useEffect(() => {
    if (!isOurs) return;
    const before = document.title;
    return () => {
      document.title = before;
    };
  }, [isOurs]);
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
}
