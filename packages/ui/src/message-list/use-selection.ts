"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";

/** True for what can be selected: a message that is stored and not deleted. */
function isSelectable(message: TimelineMessage): boolean {
  const isThere = message.deletedAt === null && message.hiddenAt === undefined;
  return message.local === undefined && isThere && message.kind !== "system";
}

/** The ids after a message was chosen: it alone the other way round, or with Shift all from the last one chosen to it. */
export function select(
  held: ReadonlySet<string>,
  messages: readonly TimelineMessage[],
  chosen: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(held);
  const [a, b] = [from, chosen].map((id) => messages.findIndex((message) => message.id === id));
  if (a === undefined || b === undefined || a < 0 || b < 0) {
    if (!next.delete(chosen)) next.add(chosen);
    return next;
  }
  for (const message of messages.slice(Math.min(a, b), Math.max(a, b) + 1)) if (isSelectable(message)) next.add(message.id);
  return next;
}

/** Selecting several messages of a timeline: `selected` is null while nobody does. */
export function useSelection(messages: readonly TimelineMessage[]) {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const last = useRef<string | null>(null);
  const latest = useRef(messages);
  latest.current = messages;

  const toggle = useCallback((message: TimelineMessage, isRange: boolean) => {
    const from = isRange ? last.current : null;
    last.current = message.id;
    setIds((held) => select(held ?? new Set(), latest.current, message.id, from));
  }, []);
  const begin = useCallback((message: TimelineMessage) => toggle(message, false), [toggle]);
  const end = useCallback(() => {
    last.current = null;
    setIds(null);
  }, []);
  // What was deleted meanwhile, or is no longer held, is not selected any more.
  const chosen = useMemo(
    () => (ids === null ? [] : messages.filter((message) => ids.has(message.id) && isSelectable(message))),
    [ids, messages],
  );
  const selected = useMemo(() => (ids === null ? null : new Set(chosen.map((message) => message.id))), [ids, chosen]);
  return { selected, chosen, begin, toggle, end };
}
