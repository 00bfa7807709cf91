"use client";

import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { useToday } from "../channel-list/use-today.ts";
import { useReaderZone } from "../message/use-reader-zone.ts";
import { dayLabel } from "./day.ts";

const texts = { message: messageStrings };

/** The words for a day, in the reader's language and zone. */
function useDayLabel(day: string | null): string {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { timeZone } = useReaderZone();
  const today = useToday(timeZone);
  return day === null ? "" : dayLabel(day, timeZone, t, locale, today.getTime());
}

const pill =
  "chat:rounded-full chat:border chat:border-border chat:bg-raised chat:px-3 chat:py-0.5 chat:text-xs chat:font-medium chat:text-muted";

/** Between two days. */
export function DayDivider({ day }: { day: string }): ReactElement {
  const label = useDayLabel(day);
  return (
    <div
      role="separator"
      aria-label={label}
      suppressHydrationWarning
      data-slot="day"
      data-day={day}
      className="chat:relative chat:flex chat:justify-center chat:px-(--chat-gutter) chat:pt-4 chat:pb-1"
    >
      <span
        aria-hidden
        className="chat:absolute chat:inset-x-(--chat-gutter) chat:top-[calc(50%+0.4rem)] chat:h-px chat:bg-border"
      />
      <span suppressHydrationWarning className={`chat:relative ${pill}`}>
        {label}
      </span>
    </div>
  );
}

/** Over the top of the list while it scrolls: the day of what is there. */
export function DayChip({ day, isShown }: { day: string | null; isShown: boolean }): ReactElement {
  const label = useDayLabel(day);
  return (
    <div
      aria-hidden
      data-slot="day-chip"
      data-state={isShown && day ? "shown" : "hidden"}
      className={`chat:pointer-events-none chat:absolute chat:inset-x-0 chat:top-2 chat:z-20 chat:flex chat:justify-center chat:transition-opacity ${isShown && day ? "" : "chat:opacity-0"}`}
    >
      <span suppressHydrationWarning className={`${pill} chat:shadow-raised`}>
        {label}
      </span>
    </div>
  );
}
