import type { UserRef } from "@chat/contract";
import { useEffect, useState } from "react";
import { findEmojiQuery } from "./emoji-query.ts";
import { loadCompletionPopup } from "./load-completion-popup.ts";
import { findMentionQuery } from "./mention-query.ts";
import type { DraftMention, DraftText } from "./mention-tokens.ts";
import type { NamedEmoji, SearchEmoji } from "./search-emoji.ts";

/** Who can be mentioned: a person, or everyone (`channel`, `here`) with a line that explains it. */
export type Mentionable = Pick<UserRef, "id" | "name" | "image"> & { hint?: string };

/** Finds people of this channel by any part of their names, best first. */
export type SearchMentions = (query: string) => Promise<readonly Mentionable[]> | readonly Mentionable[];

/** What can take the place of what is typed. */
export type Completion = ({ kind: "mention" } & Mentionable) | ({ kind: "emoji"; id: string } & NamedEmoji);

const restMs = 80;
const none: readonly Completion[] = [];

interface Typed {
  kind: Completion["kind"];
  start: number;
  query: string;
}

/** Rows, and what they answer. */
interface Found {
  query: string;
  items: readonly Completion[];
}

function findTyped(text: string, caret: number, known: readonly DraftMention[], mentions: boolean, emoji: boolean): Typed | null {
  const mention = mentions ? findMentionQuery(text, caret) : null;
  // Whoever is mentioned is not looked for again by the words after the name, also where undo and redo brought it back.
  if (mention) return known.some(({ name }) => mention.query.startsWith(`${name} `)) ? null : { kind: "mention", ...mention };
  const named = emoji ? findEmojiQuery(text, caret) : null;
  return named && { kind: "emoji", ...named };
}

/** The popup's state: what is typed after `@` or `:`, what fits, and which row is active. */
export function useCompletions(
  { text, mentions }: DraftText,
  caret: number,
  searchMentions: SearchMentions | undefined,
  searchEmoji: SearchEmoji | undefined,
) {
  const typed = findTyped(text, caret, mentions, searchMentions !== undefined, searchEmoji !== undefined);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [active, setActive] = useState(0);

  const { kind, start, query } = typed ?? { kind: null, start: null, query: null };
  if (start === null && dismissed !== null) setDismissed(null);
  if (query === null && found !== null) setFound(null);
  const isOpen = start !== null && start !== dismissed;

  useEffect(() => {
    if (!isOpen || query === null) return;
    let isCurrent = true;
    const show = (items: readonly Completion[]) => {
      if (!isCurrent) return;
      setFound({ query, items });
      setActive(0);
    };
    const search = async (): Promise<readonly Completion[]> =>
      kind === "mention"
        ? ((await searchMentions?.(query)) ?? []).map((person) => ({ kind: "mention", ...person }))
        : ((await searchEmoji?.(query)) ?? []).map((item) => ({ kind: "emoji", id: item.emoji, ...item }));
    const searchAndLoad = async () => (await Promise.all([search(), loadCompletionPopup()]))[0];
    const timer = setTimeout(() => void searchAndLoad().then(show, () => show(none)), restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isOpen, kind, query, searchMentions, searchEmoji]);

  const items = isOpen ? (found?.items.filter((item) => item.kind === kind) ?? none) : none;
  return {
    items,
    /** Shown while it has rows; an `@` that fits nobody is just text. */
    isOpen: items.length > 0,
    /** False while the rows answer what was typed before: they may be looked at, but a key would pick what nobody asked for. */
    isSettled: found?.query === query,
    active: Math.min(active, Math.max(0, items.length - 1)),
    start: start ?? 0,
    move: (by: number) => setActive((at) => (items.length === 0 ? 0 : (at + by + items.length) % items.length)),
    setActive,
    dismiss: () => setDismissed(start),
  };
}
