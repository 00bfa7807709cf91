"use client";

import { limits, type Me } from "@chat/contract";
import { useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { PictureField } from "../picture-field/picture-field.tsx";
import { Button } from "../primitives/button.tsx";
import { TextField } from "../primitives/text-field.tsx";

const texts = { profile: profileStrings };

export interface ProfileFormProps {
  me: Pick<Me, "id" | "name" | "image" | "email">;
  onSave: (change: { name?: string; image?: string | null }) => Attempt;
}

/** My name and picture. */
export function ProfileForm({ me, onSave }: ProfileFormProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [name, setName] = useState(me.name);
  const [image, setImage] = useState<string | null | undefined>(undefined);
  const [isSaved, setSaved] = useState(false);
  const isNameless = name.trim() === "";
  const isChanged = name.trim() !== me.name || (image !== undefined && image !== me.image);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isNameless || !isChanged) return;
    const change = { ...(name.trim() === me.name ? {} : { name: name.trim() }), ...(image === undefined ? {} : { image }) };
    if (!(await run(() => onSave(change)))) return;
    setImage(undefined);
    setSaved(true);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="chat:flex chat:flex-col chat:gap-4">
      <Problem text={error} />
      <PictureField
        id={me.id}
        name={name}
        image={image === undefined ? me.image : image}
        onChange={(next) => {
          setImage(next);
          setSaved(false);
        }}
      />
      <TextField
        label={t.profile.name}
        value={name}
        maxLength={limits.name}
        autoComplete="name"
        error={isNameless ? t.profile.nameMissing : null}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setSaved(false);
        }}
      />
      {me.email !== null && (
        <TextField
          label={t.profile.email}
          value={me.email}
          readOnly
          autoComplete="off"
          className="chat:[&_input]:bg-surface chat:[&_input]:text-muted"
        />
      )}
      <div className="chat:flex chat:items-center chat:gap-3">
        <Button type="submit" variant="primary" pending={isPending} disabled={!isChanged || isNameless}>
          {t.profile.save}
        </Button>
        <span role="status" className="chat:text-sm chat:text-success-text">
          {isSaved && !isChanged ? t.profile.saved : ""}
        </span>
      </div>
    </form>
  );
}
