"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { CloseIcon } from "../primitives/icons.tsx";
import type { Pickable } from "./people-picker.tsx";

const texts = { dialog: dialogStrings };

/** The people chosen so far; a click takes one back. */
export function ChosenPeople({
  people,
  onRemove,
}: {
  people: readonly Pickable[];
  onRemove: (person: Pickable) => void;
}): ReactElement | null {
  const t = useTexts(texts);
  if (people.length === 0) return null;
  return (
    <ul
      data-slot="chosen-people"
      className="chat-scroll chat:flex chat:max-h-20 chat:flex-wrap chat:gap-1.5 chat:overflow-y-auto"
    >
      {people.map((person) => (
        <li key={person.id} className="chat:max-w-full">
          <button
            type="button"
            onClick={() => onRemove(person)}
            className="chat:flex chat:h-7 chat:max-w-full chat:items-center chat:gap-1.5 chat:rounded-full chat:bg-accent-soft chat:ps-1 chat:pe-2 chat:text-xs chat:font-medium chat:text-accent-text"
          >
            <Avatar id={person.id} name={person.name} image={person.image} size={20} />
            <span className="chat:sr-only">{t.dialog.removePerson(person.name)}</span>
            <span aria-hidden dir="auto" className="chat:min-w-0 chat:truncate">
              {person.name}
            </span>
            <CloseIcon size={12} className="chat:shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
