"use client";

import type { UserRef } from "@chat/contract";
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { LoadMore } from "../channel-list/load-more.tsx";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import type { PeoplePage } from "./timeline-message.ts";

const texts = { common: commonStrings, errors: errorStrings };

export interface PagedPeopleProps {
  /** The first page. The list is that of the moment in which it opened: a new function of a later render does not ask again. */
  load: () => Promise<PeoplePage>;
  /** The reader's own user id, where they may be among them. */
  me?: string;
  /** Where there is nobody. */
  empty?: ReactNode;
}

/** People, page by page as the list is scrolled. */
export function PagedPeople({ load, me, empty }: PagedPeopleProps): ReactElement {
  const t = useTexts(texts);
  const [people, setPeople] = useState<readonly UserRef[]>([]);
  const [next, setNext] = useState<PeoplePage["more"]>(() => load);
  const [hasFailed, setFailed] = useState(false);
  const isAsking = useRef(false);
  const ask = async () => {
    if (next === undefined || isAsking.current) return;
    isAsking.current = true;
    setFailed(false);
    try {
      const page = await next();
      setPeople((held) => [...held, ...page.people]);
      setNext(() => page.more);
    } catch {
      setFailed(true);
    }
    isAsking.current = false;
  };
  const first = useRef(ask);
  useEffect(() => void first.current(), []);
  return (
    <div className="chat:pb-2" aria-busy={next !== undefined && people.length === 0 && !hasFailed}>
      {people.length > 0 && (
        <ul data-slot="people">
          {people.map((person) => (
            <li key={person.id} className="chat:flex chat:h-11 chat:items-center chat:gap-3 chat:text-sm">
              <Avatar id={person.id} name={person.name} image={person.image} size={32} />
              <bdi className="chat:min-w-0 chat:truncate">{person.id === me ? t.common.you : person.name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {hasFailed ? (
        <div role="alert" className="chat:flex chat:items-center chat:gap-3 chat:py-3">
          <p className="chat:min-w-0 chat:flex-1 chat:text-sm chat:text-danger-text">{t.errors.UNAVAILABLE}</p>
          <Button size="sm" onClick={() => void ask()}>
            {t.common.retry}
          </Button>
        </div>
      ) : next === undefined ? (
        people.length === 0 && empty
      ) : people.length === 0 ? (
        <Spinner label={t.common.loading} className="chat:w-full chat:justify-center chat:py-6 chat:text-muted" />
      ) : (
        <LoadMore count={people.length} onLoadMore={() => void ask()} />
      )}
    </div>
  );
}
