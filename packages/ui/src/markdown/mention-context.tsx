"use client";

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";

interface MentionSurroundings {
  /** The reader's own id: their mentions stand out. */
  me: string | undefined;
  /** The person's current name; undefined keeps the one that was written. */
  nameOf: ((userId: string) => string | undefined) | undefined;
  onOpen: ((userId: string) => void) | undefined;
}

const texts = { message: messageStrings };

const MentionContext = createContext<MentionSurroundings>({ me: undefined, nameOf: undefined, onOpen: undefined });

export interface MentionProviderProps {
  me?: string;
  nameOf?: (userId: string) => string | undefined;
  /** Makes chips of people clickable. */
  onOpen?: (userId: string) => void;
  children: ReactNode;
}

/** What mention chips under it know. Apart from the markdown, so that its tree can be kept by text alone. */
export function MentionProvider({ me, nameOf, onOpen, children }: MentionProviderProps): ReactElement {
  const value = useMemo(() => ({ me, nameOf, onOpen }), [me, nameOf, onOpen]);
  return <MentionContext.Provider value={value}>{children}</MentionContext.Provider>;
}

/** A person, or everyone, called by name. `written` is the text of the link, with its @. */
export function MentionChip({ target, written }: { target: string; written: string }): ReactElement {
  const { me, nameOf, onOpen } = useContext(MentionContext);
  const t = useTexts(texts);
  const everyone = { channel: t.message.everyone, here: t.message.everyoneOnline }[target];
  const name = everyone ?? nameOf?.(target);
  const mine = everyone !== undefined || target === me;
  const look = `chat:rounded-sm chat:px-0.5 chat:font-medium chat:wrap-anywhere ${
    mine ? "chat:bg-mention chat:text-mention-text" : "chat:bg-accent-soft chat:text-accent-text"
  }`;
  const text = name ? `@${name}` : written;
  return onOpen && everyone === undefined ? (
    <button
      type="button"
      data-slot="mention"
      data-mine={mine || undefined}
      className={`${look} chat:inline chat:hover:underline`}
      onClick={() => onOpen(target)}
    >
      {text}
    </button>
  ) : (
    <span data-slot="mention" data-mine={mine || undefined} className={look}>
      {text}
    </span>
  );
}
