"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { PeoplePicker, type Pickable } from "../people-picker/people-picker.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { Problem } from "./problem.tsx";
import { useAttempt, type Attempt } from "./use-attempt.ts";

const texts = { dialog: dialogStrings };

/** The search behind a dialog: what is asked, and who was found. */
export interface PeopleSearch {
  query: string;
  onQueryChange: (query: string) => void;
  people: readonly Pickable[];
  isLoading: boolean;
}

export interface NewMessageDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  search: PeopleSearch;
  /** Opens the direct message; the dialog closes when that worked. */
  onPick: (userId: string) => Attempt;
}

/** Picks the person to write to. */
export function NewMessageDialog({ open, onOpenChange, search, onPick }: NewMessageDialogProps): ReactElement {
  const t = useTexts(texts);
  const { error, run } = useAttempt();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.dialog.newMessageTitle} description={t.dialog.newMessageText}>
      <div className="chat:flex chat:flex-col chat:gap-2">
        <Problem text={error} />
        <PeoplePicker
          {...search}
          autoFocus
          onPick={(person) => void run(() => onPick(person.id)).then((done) => done && onOpenChange(false))}
        />
      </div>
    </Dialog>
  );
}
