"use client";

import { limits, type Channel } from "@chat/contract";
import { useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt } from "../dialogs/use-attempt.ts";
import { VisibilityChoice } from "../dialogs/visibility-choice.tsx";
import { PictureField } from "../picture-field/picture-field.tsx";
import { Button } from "../primitives/button.tsx";
import { Switch } from "../primitives/switch.tsx";
import { TextArea, TextField } from "../primitives/text-field.tsx";
import type { GroupActions, GroupChange } from "./group-actions.ts";

const texts = { channel: channelStrings };

export interface GroupFormProps {
  channel: Channel;
  canChangeVisibility: boolean;
  onUpdate: GroupActions["onUpdate"];
  onDone: () => void;
}

/** Edits a group's picture, name, description and who can join. Only what was changed is sent. */
export function GroupForm({ channel, canChangeVisibility, onUpdate, onDone }: GroupFormProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [name, setName] = useState(channel.name ?? "");
  const [description, setDescription] = useState(channel.description ?? "");
  const [visibility, setVisibility] = useState(channel.visibility);
  const [posting, setPosting] = useState(channel.postingPolicy);
  const [image, setImage] = useState<string | null | undefined>(undefined);
  const isNameless = name.trim() === "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isNameless) return;
    const change: GroupChange = {};
    if (name.trim() !== channel.name) change.name = name.trim();
    if ((description.trim() || null) !== channel.description) change.description = description.trim() || null;
    if (visibility !== channel.visibility) change.visibility = visibility;
    if (posting !== channel.postingPolicy) change.postingPolicy = posting;
    if (image !== undefined) change.image = image;
    if (Object.keys(change).length === 0 || (await run(() => onUpdate(change)))) onDone();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      data-slot="group-form"
      className="chat:flex chat:flex-col chat:gap-4"
    >
      <Problem text={error} />
      <PictureField
        id={channel.id}
        name={name}
        shape="square"
        image={image === undefined ? channel.image : image}
        onChange={setImage}
      />
      <TextField
        label={t.channel.name}
        value={name}
        maxLength={limits.name}
        autoComplete="off"
        error={isNameless ? t.channel.nameMissing : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextArea
        label={t.channel.description}
        value={description}
        maxLength={limits.description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Switch
        label={t.channel.restrictPosting}
        checked={posting === "moderators"}
        onCheckedChange={(checked) => setPosting(checked ? "moderators" : "everyone")}
      />
      {canChangeVisibility && <VisibilityChoice value={visibility} onChange={setVisibility} />}
      <div className="chat:flex chat:justify-end chat:gap-2">
        <Button onClick={onDone}>{t.channel.cancel}</Button>
        <Button type="submit" variant="primary" pending={isPending} disabled={isNameless}>
          {t.channel.save}
        </Button>
      </div>
    </form>
  );
}
