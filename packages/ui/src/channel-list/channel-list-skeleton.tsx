"use client";

import { useEffect, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { Skeleton } from "../primitives/skeleton.tsx";

const texts = { channelList: channelListStrings };

const widths = [58, 42, 66, 50, 38, 62];

/** Rows in grey; only once 200 ms have passed, since most loads are done by then. */
export function ChannelListSkeleton(): ReactElement {
  const t = useTexts(texts);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" data-slot="channel-list-skeleton" className="chat:px-2">
      <span className="chat:sr-only">{t.channelList.loading}</span>
      {isLate &&
        widths.map((width) => (
          <div key={width} className="chat:flex chat:items-center chat:gap-3 chat:px-2.5 chat:py-2.5">
            <Skeleton className="chat:size-10 chat:shrink-0 chat:rounded-full" />
            <div className="chat:flex-1">
              <Skeleton className="chat:mb-2 chat:h-3" style={{ width: `${width}%` }} />
              <Skeleton className="chat:h-2.5" style={{ width: `${width + 24}%` }} />
            </div>
          </div>
        ))}
    </div>
  );
}
