"use client";

import type { UserRef } from "@chat/contract";
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { EmptyState } from "../primitives/empty-state.tsx";
import { CheckIcon, SearchIcon } from "../primitives/icons.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { TextField } from "../primitives/text-field.tsx";
import { classNames } from "../styles/class-names.ts";
import { ChosenPeople } from "./chosen-people.tsx";
import { PersonRow } from "./person-row.tsx";

const texts = { common: commonStrings, dialog: dialogStrings };

export type Pickable = Pick<UserRef, "id" | "name" | "image"> & { online?: boolean };

export interface PeoplePickerProps {
  query: string;
  onQueryChange: (query: string) => void;
  people: readonly Pickable[];
  isLoading?: boolean;
  /** Picks a person, or takes them back where they are chosen. */
  onPick: (person: Pickable) => void;
  /** Given, several people can be chosen; they stand above the list. */
  chosen?: readonly Pickable[];
  /** People who cannot be picked, and why. */
  taken?: ReadonlySet<string>;
  takenNote?: string;
  autoFocus?: boolean;
}

/** Search for people by name: type, ↑ ↓, Enter. With `chosen`, Backspace in the empty field takes the last one back. */
export function PeoplePicker(props: PeoplePickerProps): ReactElement {
  const { query, onQueryChange, people, isLoading = false, onPick, chosen, taken, takenNote, autoFocus = false } = props;
  const t = useTexts(texts);
  const id = useId();
  const [activeAt, setActive] = useState(0);
  const active = Math.min(activeAt, Math.max(0, people.length - 1));
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isChosen = (person: Pickable) => chosen?.some((other) => other.id === person.id) ?? false;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const pick = (person: Pickable | undefined) => {
    if (person === undefined || taken?.has(person.id)) return;
    onPick(person);
    if (chosen !== undefined) {
      onQueryChange("");
      field.current?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(people.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") pick(people[active]);
    else if (event.key === "Backspace" && query === "" && chosen?.length) onPick(chosen[chosen.length - 1] as Pickable);
    else return;
    event.preventDefault();
  };

  return (
    <div data-slot="people-picker" className="chat:flex chat:flex-col chat:gap-2">
      {chosen && <ChosenPeople people={chosen} onRemove={onPick} />}
      <TextField
        ref={field}
        label={t.dialog.searchPeople}
        hideLabel
        placeholder={t.dialog.searchPeople}
        icon={<SearchIcon />}
        value={query}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={people.length > 0 ? `${id}-${active}` : undefined}
        onChange={(event) => {
          setActive(0);
          onQueryChange(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="chat-scroll chat:h-64 chat:overflow-y-auto chat:overscroll-contain" tabIndex={-1}>
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={t.dialog.people}
          aria-multiselectable={chosen ? true : undefined}
          aria-busy={isLoading}
        >
          {people.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={chosen ? isChosen(person) : index === active}
              aria-disabled={taken?.has(person.id) ? true : undefined}
              onPointerMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(person)}
              className={classNames(
                "chat:flex chat:h-11 chat:cursor-pointer chat:items-center chat:rounded-lg chat:px-2 chat:aria-disabled:cursor-default",
                index === active && "chat:bg-hover",
              )}
            >
              <PersonRow
                person={person}
                className="chat:flex-1"
                note={taken?.has(person.id) ? takenNote : undefined}
                end={isChosen(person) && <CheckIcon className="chat:text-accent-text" />}
              />
            </div>
          ))}
        </div>
        {people.length === 0 &&
          (isLoading ? (
            <Spinner label={t.common.loading} className="chat:w-full chat:justify-center chat:py-6 chat:text-muted" />
          ) : (
            <EmptyState title={t.dialog.noPeople} description={query === "" ? undefined : t.dialog.noPeopleText} />
          ))}
      </div>
    </div>
  );
}
