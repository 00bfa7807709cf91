"use client";

import type { Reaction, UserRef } from "@chat/contract";
import { useState, type ReactElement, type ReactNode } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { Tooltip } from "../primitives/tooltip.tsx";
import { classNames } from "../styles/class-names.ts";
import { reactorNames } from "./reactor-names.ts";

const texts = { common: commonStrings, reaction: reactionStrings };

export interface ReactionsProps {
  reactions: readonly Reaction[];
  me: string;
  /** The emoji that the reader used. */
  mine: readonly string[];
  nameOf: (userId: string) => string | undefined;
  /** Adds or removes the reader's own; without it the pills are only to look at. */
  onToggle?: (emoji: string, add: boolean) => void;
  /** Everyone who used an emoji, asked for when there are more than the message names. */
  loadReactors?: (emoji: string) => Promise<readonly UserRef[]>;
  /** After the pills, such as a button to add another. */
  children?: ReactNode;
}

/** Pills under a message: the emoji, how many, and who when hovered or focused. */
export function Reactions({ reactions, mine, children, ...rest }: ReactionsProps): ReactElement | null {
  if (reactions.length === 0) return null;
  return (
    <div data-slot="reactions" className="chat:mt-1 chat:flex chat:flex-wrap chat:items-center chat:gap-1">
      {reactions.map((reaction) => (
        <ReactionPill key={reaction.emoji} reaction={reaction} mine={mine.includes(reaction.emoji)} {...rest} />
      ))}
      {children}
    </div>
  );
}

interface PillProps extends Omit<ReactionsProps, "reactions" | "mine" | "children"> {
  reaction: Reaction;
  mine: boolean;
}

function ReactionPill({ reaction, mine, me, nameOf, onToggle, loadReactors }: PillProps) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { emoji, count } = reaction;
  const [all, setAll] = useState<{ count: number; people: readonly UserRef[] } | null>(null);
  // The count that it came with is not news; only a change is shown as one.
  const [shown] = useState(count);

  const load = () => {
    if (!loadReactors || count <= reaction.first.length || all?.count === count) return;
    void loadReactors(emoji).then(
      (people) => setAll({ count, people }),
      () => undefined,
    );
  };
  const loaded = all?.count === count ? new Map(all.people.map((person) => [person.id, person.name])) : null;
  const names = reactorNames(
    loaded ? [...loaded.keys()] : reaction.first,
    count,
    me,
    (id) => loaded?.get(id) ?? nameOf(id),
    t,
    locale,
  );
  return (
    <Tooltip label={t.reaction.reacted(names, emoji)} describes onOpen={load}>
      <button
        type="button"
        data-slot="reaction"
        data-mine={mine || undefined}
        aria-pressed={mine}
        aria-label={t.reaction.pill(emoji, count, mine)}
        aria-disabled={onToggle ? undefined : true}
        onClick={() => onToggle?.(emoji, !mine)}
        className={classNames(
          "chat:inline-flex chat:h-6 chat:items-center chat:gap-1 chat:rounded-full chat:border chat:px-2 chat:text-xs chat:transition-colors",
          mine
            ? "chat:border-accent chat:bg-accent-soft chat:font-semibold chat:text-accent-text"
            : "chat:border-border chat:bg-surface chat:text-text chat:hover:border-border-strong",
        )}
      >
        <span className="chat:font-emoji chat:text-sm chat:leading-none">{emoji}</span>
        <span
          key={count}
          className={classNames("chat:tabular-nums", count !== shown && "chat:animate-[chat-rise_160ms_ease-out]")}
        >
          {count}
        </span>
      </button>
    </Tooltip>
  );
}
