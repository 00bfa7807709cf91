"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { Avatar } from "../primitives/avatar.tsx";
import { AtSignIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import type { Mentionable } from "./use-mention-popup.ts";

export interface MentionPopupProps {
  /** Of the list; a row's is `<id>-<index>`, for `aria-activedescendant`. */
  id: string;
  people: readonly Mentionable[];
  active: number;
  onPick: (person: Mentionable) => void;
  onActivate: (index: number) => void;
}

/** People to mention, above the composer. Focus stays in the text; the composer hands on the keys. */
export function MentionPopup({ id, people, active, onPick, onActivate }: MentionPopupProps): ReactElement {
  const t = useCatalogue();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, people]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t.composer.mentions}
      data-slot="mention-popup"
      className="chat-scroll chat:absolute chat:inset-x-0 chat:bottom-full chat:z-20 chat:mb-2 chat:max-h-64 chat:max-w-96 chat:animate-[chat-fade-in_120ms_ease-out] chat:overflow-y-auto chat:rounded-xl chat:border chat:border-border chat:bg-raised chat:p-1 chat:shadow-overlay"
    >
      {people.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            "chat:flex chat:h-9 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm",
            index === active && "chat:bg-active",
          )}
          onPointerMove={() => onActivate(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          {person.hint ? (
            <span className="chat:flex chat:size-6 chat:items-center chat:justify-center chat:text-muted">
              <AtSignIcon />
            </span>
          ) : (
            <Avatar id={person.id} name={person.name} image={person.image} size={24} />
          )}
          <span className="chat:truncate chat:font-medium">{person.name}</span>
          {person.hint && <span className="chat:truncate chat:text-muted">{person.hint}</span>}
        </div>
      ))}
    </div>
  );
}
