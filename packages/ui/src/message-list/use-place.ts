"use client";

import { useState } from "react";
import { dayOf } from "./day.ts";
import type { Row } from "./rows.ts";
import type { ListScroll } from "./use-list-scroll.ts";

interface Held {
  day: string | null;
  isScrolling: boolean;
  isPastUnread: boolean;
}

/** What stands at the top of the list, as state that changes only when what is shown of it does. */
export function usePlace(list: ListScroll, rows: readonly Row[], unreadIndex: number, timeZone: string | undefined) {
  const [place, setPlace] = useState<Held>({ day: null, isScrolling: false, isPastUnread: false });
  const { scroller, virtualizer, isAtEnd } = list;
  const note = () => {
    const at = virtualizer.current?.findItemIndex(scroller.current?.scrollTop ?? 0) ?? 0;
    const message = rows[at]?.message;
    const now = {
      day: message ? dayOf(message.createdAt, timeZone) : null,
      isScrolling: isAtEnd !== true,
      isPastUnread: unreadIndex < at,
    };
    setPlace((held) =>
      held.day === now.day && held.isScrolling === now.isScrolling && held.isPastUnread === now.isPastUnread ? held : now,
    );
  };
  const rest = () => setPlace((held) => (held.isScrolling ? { ...held, isScrolling: false } : held));
  return { place, note, rest };
}
