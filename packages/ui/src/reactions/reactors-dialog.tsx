"use client";

import type { Reaction, UserRef } from "@chat/contract";
import { useEffect, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { classNames } from "../styles/class-names.ts";

const texts = { common: commonStrings, errors: errorStrings, reaction: reactionStrings };

export interface ReactorsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  reactions: readonly Reaction[];
  me: string;
  load: (emoji: string) => Promise<readonly UserRef[]>;
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
          <div role="group" aria-label={t.reaction.all} className="chat:flex chat:flex-wrap chat:gap-1 chat:pb-2">
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
          <Reactors key={`${shown.emoji} ${shown.count}`} emoji={shown.emoji} me={me} load={load} />
        </>
      )}
    </Dialog>
  );
}

function Reactors({ emoji, me, load }: Pick<ReactorsDialogProps, "me" | "load"> & { emoji: string }) {
  const t = useTexts(texts);
  const [people, setPeople] = useState<readonly UserRef[] | "failed" | null>(null);
  // A new function of the caller's next render must not ask again.
  const [ask] = useState(() => load);
  useEffect(() => {
    let left = false;
    ask(emoji).then(
      (found) => left || setPeople(found),
      () => left || setPeople("failed"),
    );
    return () => {
      left = true;
    };
  }, [ask, emoji]);
  if (people === null) return <Spinner label={t.common.loading} className="chat:justify-center chat:py-6 chat:text-muted" />;
  if (people === "failed") return <p className="chat:py-4 chat:text-sm chat:text-danger-text">{t.errors.UNAVAILABLE}</p>;
  return (
    <ul className="chat-scroll chat:max-h-80 chat:overflow-y-auto chat:pb-2">
      {people.map((person) => (
        <li key={person.id} className="chat:flex chat:h-11 chat:items-center chat:gap-3 chat:text-sm">
          <Avatar id={person.id} name={person.name} image={person.image} size={32} />
          <bdi className="chat:min-w-0 chat:truncate">{person.id === me ? t.common.you : person.name}</bdi>
        </li>
      ))}
    </ul>
  );
}
