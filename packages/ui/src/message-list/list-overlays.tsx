"use client";

import { Suspense, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { useSlots } from "../slots/slots.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { Spinner } from "../primitives/spinner.tsx";
import { DayChip } from "./day-divider.tsx";
import type { UnreadBannerProps } from "./unread-banner.tsx";

const texts = { message: messageStrings };

// They float, and are wanted once somebody has scrolled.
const StockLatestButton = lazyPart(() => import("./latest-button.tsx").then((module) => module.LatestButton), "idle");
const UnreadBanner = lazyPart(() => import("./unread-banner.tsx").then((module) => module.UnreadBanner), "idle");

export interface ListOverlaysProps {
  isLoadingOlder: boolean;
  isLoadingNewer: boolean;
  /** Null while the first unread message is not out of sight above. */
  banner: UnreadBannerProps | null;
  day: string | null;
  isScrolling: boolean;
  /** Null while the end is on screen. */
  latest: { count: number; onClick: () => void } | null;
  announcement: string;
}

/** What floats over the list, none of which takes room in it. */
export function ListOverlays(props: ListOverlaysProps): ReactElement {
  const t = useTexts(texts);
  const { LatestButton = StockLatestButton } = useSlots();
  return (
    <>
      {props.isLoadingOlder && <Spinner label={t.message.loadingOlder} className={`${loader} chat:top-3`} />}
      {props.isLoadingNewer && <Spinner label={t.message.loadingNewer} className={`${loader} chat:bottom-3`} />}
      {props.banner ? (
        <Suspense fallback={null}>
          <UnreadBanner {...props.banner} />
        </Suspense>
      ) : (
        <DayChip day={props.day} isShown={props.isScrolling} />
      )}
      {props.latest && (
        <Suspense fallback={null}>
          <LatestButton {...props.latest} />
        </Suspense>
      )}
      <div aria-live="polite" data-slot="announcer" className="chat:sr-only">
        {props.announcement}
      </div>
    </>
  );
}

const loader = "chat:absolute chat:inset-x-0 chat:z-10 chat:justify-center chat:text-muted";
