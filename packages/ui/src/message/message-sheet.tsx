"use client";

import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { Dialog } from "../primitives/dialog.tsx";
import { SmilePlusIcon } from "../primitives/icons.tsx";
import type { MenuItem } from "../primitives/menu.tsx";
import { frequentEmoji } from "../reactions/frequent-emoji.ts";

const texts = { message: messageStrings, reaction: reactionStrings };

// With the way to all others beside them they are as many as fit a narrow phone.
const QUICK = 5;

const round = "chat:flex chat:size-11 chat:items-center chat:justify-center chat:rounded-full chat:bg-hover";

export interface MessageSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly MenuItem[];
  mine: readonly string[];
  onToggleReaction?: ((emoji: string) => void) | undefined;
  /** All other emoji. */
  onMoreReactions: () => void;
}

/** A message's actions for a finger: from the bottom edge, in rows high enough to hit. */
export function MessageSheet(props: MessageSheetProps): ReactElement {
  const { open, onOpenChange, items, mine, onToggleReaction, onMoreReactions } = props;
  const t = useTexts(texts);
  const [quick] = useState(() => frequentEmoji(QUICK));
  const then = (run: () => void) => () => {
    onOpenChange(false);
    run();
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.message.actions} size="sm">
      {onToggleReaction && (
        <div className="chat:flex chat:justify-between chat:pb-3">
          {quick.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-label={t.reaction.addNamed(emoji)}
              aria-pressed={mine.includes(emoji)}
              className={`${round} chat:font-emoji chat:text-xl chat:aria-pressed:bg-accent-soft`}
              onClick={then(() => onToggleReaction(emoji))}
            >
              {emoji}
            </button>
          ))}
          <button
            type="button"
            aria-label={t.reaction.add}
            className={`${round} chat:text-muted`}
            onClick={then(onMoreReactions)}
          >
            <SmilePlusIcon size={22} />
          </button>
        </div>
      )}
      <ul className="chat:-mx-2 chat:pb-2">
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={then(item.onSelect)}
              className={`chat:flex chat:min-h-11 chat:w-full chat:items-center chat:gap-3 chat:rounded-lg chat:px-2 chat:py-1.5 chat:text-start chat:text-base chat:active:bg-hover ${item.danger ? "chat:text-danger-text" : ""}`}
            >
              <span className={`chat:w-4 chat:shrink-0 ${item.danger ? "" : "chat:text-muted"}`}>{item.icon}</span>
              <span className="chat:min-w-0 chat:flex-1 chat:wrap-anywhere">{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
