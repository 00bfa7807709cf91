import { useEffect, useRef } from "react";

/** Names the tab while mounted, and gives it back its own name afterwards; null leaves it alone. */
export function useTabTitle(title: string | null): void {
  const own = useRef("");
  const isOurs = title !== null;
  useEffect(() => {
    if (!isOurs) return;
    const before = document.title;
    own.current = before;
    return () => {
      document.title = before;
    };
  }, [isOurs]);
  useEffect(() => {
    if (title === null) return;
    document.title = title;
    // A framework that takes over its markup piece by piece writes the page's own name once more, after us.
    const observer = new MutationObserver(() => {
      if (document.title === own.current && own.current !== title) document.title = title;
    });
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);
}
