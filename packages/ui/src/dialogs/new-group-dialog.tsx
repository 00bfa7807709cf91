"use client";

import { limits } from "@chat/contract";
import { useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { dialogStrings } from "../catalogue/dialog-strings.ts";
import { PeoplePicker, type Pickable } from "../people-picker/people-picker.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { TextArea, TextField } from "../primitives/text-field.tsx";
import type { PeopleSearch } from "./new-message-dialog.tsx";
import { Problem } from "./problem.tsx";
import { useAttempt, type Attempt } from "./use-attempt.ts";
import { VisibilityChoice } from "./visibility-choice.tsx";

const texts = { dialog: dialogStrings };

export interface NewGroup {
  name: string;
  description: string | null;
  visibility: "public" | "private";
  memberIds: string[];
}

export interface NewGroupDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  search: PeopleSearch;
  /** Makes the group; the dialog closes when that worked. */
  onCreate: (group: NewGroup) => Attempt;
}

const formId = "chat-new-group";

/** Name, description, who can join, and the first members. */
export function NewGroupDialog({ open, onOpenChange, search, onCreate }: NewGroupDialogProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [visibility, setVisibility] = useState<"public" | "private">("private");
  const [chosen, setChosen] = useState<readonly Pickable[]>([]);
  const [isNameless, setNameless] = useState(false);

  const change = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setName("");
    setDescription("");
    setVisibility("private");
    setChosen([]);
    setNameless(false);
  };
  const toggle = (person: Pickable) =>
    setChosen((held) =>
      held.some((other) => other.id === person.id)
        ? held.filter((other) => other.id !== person.id)
        : [...held, person].slice(0, limits.memberIds),
    );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return setNameless(true);
    const group = {
      name: name.trim(),
      description: description.trim() || null,
      visibility,
      memberIds: chosen.map((person) => person.id),
    };
    if (await run(() => onCreate(group))) change(false);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={t.dialog.newGroupTitle}
      footer={
        <>
          <Button onClick={() => change(false)}>{t.dialog.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {t.dialog.createGroup}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate className="chat:flex chat:flex-col chat:gap-4">
        <Problem text={error} />
        <TextField
          label={t.dialog.groupName}
          value={name}
          maxLength={limits.name}
          autoFocus
          autoComplete="off"
          placeholder={t.dialog.groupNamePlaceholder}
          error={isNameless && name.trim() === "" ? t.dialog.nameMissing : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextArea
          label={t.dialog.groupDescription}
          rows={2}
          value={description}
          maxLength={limits.description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <VisibilityChoice value={visibility} onChange={setVisibility} />
        <fieldset className="chat:flex chat:min-w-0 chat:flex-col chat:gap-1">
          <legend className="chat:mb-1 chat:text-xs chat:font-medium">{t.dialog.groupPeople}</legend>
          <PeoplePicker {...search} chosen={chosen} onPick={toggle} />
        </fieldset>
      </form>
    </Dialog>
  );
}
