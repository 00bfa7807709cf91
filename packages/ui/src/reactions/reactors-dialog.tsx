"use client";

import type { Reaction } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { PagedPeople } from "../message/paged-people.tsx";
import type { PeoplePage } from "../message/timeline-message.ts";
import { Dialog } from "../primitives/dialog.tsx";
import { classNames } from "../styles/class-names.ts";

const texts = { reaction: reactionStrings };

export interface ReactorsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  reactions: readonly Reaction[];
  me: string;
  load: (emoji: string) => Promise<PeoplePage>;
}

/** Who reacted, by emoji; for a finger, which has no tooltip, and for more names than one holds. */
export function ReactorsDialog({ open, onOpenChange, reactions, me, load }: ReactorsDialogProps): ReactElement {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = reactions.find((reaction) => reaction.emoji === chosen) ?? reactions[0];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.reaction.all} size="sm">
      {open && shown && (
        <>
          <div
            role="group"
            aria-label={t.reaction.all}
            className="chat:sticky chat:-top-2 chat:flex chat:flex-wrap chat:gap-1 chat:bg-raised chat:pb-2"
          >
            {reactions.map(({ emoji, count }) => (
              <button
                key={emoji}
                type="button"
                aria-pressed={emoji === shown.emoji}
                aria-label={t.reaction.pill(emoji, count, false)}
                onClick={() => setChosen(emoji)}
                className={classNames(
                  "chat:flex chat:h-9 chat:items-center chat:gap-1.5 chat:rounded-full chat:px-3 chat:text-sm",
                  emoji === shown.emoji ? "chat:bg-accent-soft chat:text-accent-text" : "chat:text-muted chat:hover:bg-hover",
                )}
              >
                <span className="chat:font-emoji chat:text-base chat:leading-none">{emoji}</span>
                <span className="chat:tabular-nums">{count}</span>
              </button>
            ))}
          </div>
          <PagedPeople key={`${shown.emoji} ${shown.count}`} me={me} load={() => load(shown.emoji)} />
        </>
      )}
    </Dialog>
  );
}
