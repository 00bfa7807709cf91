"use client";

import { limits } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { PeoplePicker, type Pickable } from "../people-picker/people-picker.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import type { PeopleSearch } from "./new-message-dialog.tsx";
import { Problem } from "./problem.tsx";
import { useAttempt, type Attempt } from "./use-attempt.ts";

const texts = { dialog: dialogStrings };

export interface AddPeopleDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  search: PeopleSearch;
  /** Ids of those who are in the group already. */
  members: ReadonlySet<string>;
  onAdd: (userIds: string[]) => Attempt;
}

/** Picks people for a group that exists. */
export function AddPeopleDialog({ open, onOpenChange, search, members, onAdd }: AddPeopleDialogProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [chosen, setChosen] = useState<readonly Pickable[]>([]);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setChosen([]);
  };
  const toggle = (person: Pickable) =>
    setChosen((held) =>
      held.some((other) => other.id === person.id)
        ? held.filter((other) => other.id !== person.id)
        : [...held, person].slice(0, limits.memberIds),
    );
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t.dialog.addPeopleTitle}
      footer={
        <>
          <Button onClick={() => change(false)}>{t.dialog.cancel}</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            pending={isPending}
            onClick={() => void run(() => onAdd(chosen.map((person) => person.id))).then((done) => done && change(false))}
          >
            {t.dialog.addPeople(chosen.length)}
          </Button>
        </>
      }
    >
      <div className="chat:flex chat:flex-col chat:gap-2">
        <Problem text={error} />
        <PeoplePicker {...search} autoFocus chosen={chosen} onPick={toggle} taken={members} takenNote={t.dialog.alreadyMember} />
      </div>
    </Dialog>
  );
}
