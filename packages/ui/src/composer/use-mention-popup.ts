import type { UserRef } from "@chat/contract";
import { useEffect, useState } from "react";
import { findMentionQuery } from "./mention-query.ts";

/** Who can be mentioned: a person, or everyone (`channel`, `here`) with a line that explains it. */
export type Mentionable = Pick<UserRef, "id" | "name" | "image"> & { hint?: string };

/** Finds people of this channel by any part of their names, best first. */
export type SearchMentions = (query: string) => Promise<readonly Mentionable[]> | readonly Mentionable[];

const restMs = 80;
const none: readonly Mentionable[] = [];

/** The popup's state: what is typed after `@`, who fits, and which row is active. */
export function useMentionPopup(text: string, caret: number, search: SearchMentions | undefined) {
  const typed = search === undefined ? null : findMentionQuery(text, caret);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [found, setFound] = useState<{ query: string; people: readonly Mentionable[] } | null>(null);
  const [active, setActive] = useState(0);

  const start = typed?.start ?? null;
  const query = typed?.query ?? null;
  if (start === null && dismissed !== null) setDismissed(null);
  if (query === null && found !== null) setFound(null);
  const isOpen = start !== null && start !== dismissed;

  useEffect(() => {
    if (!isOpen || query === null || search === undefined) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void Promise.resolve(search(query)).then(
        (people) => {
          if (!isCurrent) return;
          setFound({ query, people });
          setActive(0);
        },
        () => isCurrent && setFound({ query, people: none }),
      );
    }, restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isOpen, query, search]);

  const people = isOpen ? (found?.people ?? none) : none;
  return {
    people,
    /** Shown while it has rows; an `@` that fits nobody is just text. */
    isOpen: isOpen && people.length > 0,
    active: Math.min(active, Math.max(0, people.length - 1)),
    start: start ?? 0,
    move: (by: number) => setActive((at) => (people.length === 0 ? 0 : (at + by + people.length) % people.length)),
    setActive,
    dismiss: () => setDismissed(start),
  };
}
