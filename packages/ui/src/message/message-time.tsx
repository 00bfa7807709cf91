"use client";

import type { ReactElement } from "react";
import { useLocale } from "../catalogue/catalogue-provider.tsx";
import { dateFormat } from "../catalogue/formats.ts";
import { useReaderZone } from "./use-reader-zone.ts";

/** The time of day, with the whole date as its title. Held back until the reader's own zone is known. */
export function MessageTime({ at, className }: { at: string; className?: string }): ReactElement {
  const { locale } = useLocale();
  const { timeZone, isKnown } = useReaderZone();
  const moment = new Date(at);
  const zone = timeZone ? { timeZone } : {};
  return (
    <time
      dateTime={at}
      dir="auto"
      title={dateFormat(locale, { dateStyle: "full", timeStyle: "medium", ...zone }).format(moment)}
      suppressHydrationWarning
      className={`${className ?? ""} ${isKnown ? "" : "chat:invisible"}`}
    >
      {dateFormat(locale, { hour: "numeric", minute: "2-digit", ...zone }).format(moment)}
    </time>
  );
}
