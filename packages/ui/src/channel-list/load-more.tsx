"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { Button } from "../primitives/button.tsx";

const texts = { channelList: channelListStrings };

export interface LoadMoreProps {
  /** How many rows there are: when it changes and the end is still in sight, more is asked for. */
  count: number;
  label?: string;
  /** No button, while a spinner in place of the list says that more is asked for. */
  isBusy?: boolean;
  onLoadMore: () => void;
}

/** The end of a list: asks for more rows when it comes into sight; a button for those who do not scroll. */
export function LoadMore({ count, label, isBusy = false, onLoadMore }: LoadMoreProps): ReactElement {
  const t = useTexts(texts);
  const end = useRef<HTMLDivElement>(null);
  const ask = useRef(onLoadMore);
  useEffect(() => {
    ask.current = onLoadMore;
  });
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && ask.current(), {
      rootMargin: "200px",
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [count]);
  return (
    <div ref={end} className="chat:flex chat:justify-center chat:py-2">
      {!isBusy && (
        <Button variant="ghost" size="sm" onClick={onLoadMore}>
          {label ?? t.channelList.loadMore}
        </Button>
      )}
    </div>
  );
}
