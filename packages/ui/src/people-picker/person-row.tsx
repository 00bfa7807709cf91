import type { UserRef } from "@chat/contract";
import type { ReactElement, ReactNode } from "react";
import { Avatar } from "../primitives/avatar.tsx";
import { classNames } from "../styles/class-names.ts";

export interface PersonRowProps {
  person: Pick<UserRef, "id" | "name" | "image"> & { online?: boolean };
  /** After the name, quietly: "you", a role. */
  note?: ReactNode;
  /** Under the name. */
  detail?: ReactNode;
  /** At the end of the row. */
  end?: ReactNode;
  className?: string;
}

/** A person in a list: picture with presence, name, and what there is to say or do. */
export function PersonRow({ person, note, detail, end, className }: PersonRowProps): ReactElement {
  return (
    <span data-slot="person-row" className={classNames("chat:flex chat:min-w-0 chat:items-center chat:gap-3", className)}>
      <Avatar
        id={person.id}
        name={person.name}
        image={person.image}
        size={32}
        {...(person.online === undefined ? {} : { presence: person.online ? ("online" as const) : ("offline" as const) })}
      />
      <span className="chat:min-w-0 chat:flex-1 chat:text-sm">
        <span className="chat:flex chat:items-center chat:gap-1.5">
          <span dir="auto" className="chat:truncate chat:font-medium">
            {person.name}
          </span>
          {note && <span className="chat:shrink-0 chat:text-xs chat:text-muted">{note}</span>}
        </span>
        {detail && <span className="chat:block chat:truncate chat:text-xs chat:text-muted">{detail}</span>}
      </span>
      {end}
    </span>
  );
}
