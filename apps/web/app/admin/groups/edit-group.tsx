"use client";

import type { AdminGroupDetail } from "@chat/contract";
import { Switch } from "@chat/ui/switch";
import { TextArea, TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { FormDialog } from "../shell/form-dialog.tsx";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";

const slowModes = [
  { seconds: 0, label: "Off" },
  { seconds: 10, label: "10 seconds" },
  { seconds: 60, label: "1 minute" },
  { seconds: 900, label: "15 minutes" },
  { seconds: 3_600, label: "1 hour" },
];

/** Changes a group's name, description and rules; its members see it happen. */
export function EditGroup({ group, onClose }: { group: AdminGroupDetail; onClose: () => void }) {
  const id = useId();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { role } = useStaff();
  const [name, setName] = useState(group.name);
  const [description, setDescription] = useState(group.description ?? "");
  const [isPublic, setPublic] = useState(group.visibility === "public");
  const [isRestricted, setRestricted] = useState(group.postingPolicy === "moderators");
  const [hides, setHides] = useState(group.hidesHistory);
  const [slow, setSlow] = useState(group.slowModeSeconds);
  const mayOpen = role === "admin" || group.visibility === "public";
  const update = useMutation(
    trpc.admin.group.update.mutationOptions({
      onSuccess: () => {
        toast({ text: `${name.trim()} is changed.` });
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.admin.group.pathFilter()),
    }),
  );
  const submit = () => {
    if (name.trim() === "") return;
    update.mutate({
      channelId: group.id,
      ...(name.trim() !== group.name && { name: name.trim() }),
      description: description.trim() || null,
      visibility: isPublic ? "public" : "private",
      postingPolicy: isRestricted ? "moderators" : "everyone",
      slowModeSeconds: slow,
      hidesHistory: hides,
    });
  };
  const paces = slowModes.some(({ seconds }) => seconds === group.slowModeSeconds)
    ? slowModes
    : [...slowModes, { seconds: group.slowModeSeconds, label: `${group.slowModeSeconds} seconds` }];
  return (
    <FormDialog
      title={`Edit ${group.name}`}
      confirmLabel="Save"
      isPending={update.isPending}
      error={update.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={80}
        autoComplete="off"
        error={name.trim() === "" ? "A group needs a name." : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextArea
        label="Description"
        value={description}
        maxLength={1_000}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Switch
        label="Public"
        description={mayOpen ? "Anyone can find and join it." : "Only an admin may make a private group public."}
        checked={isPublic}
        disabled={!mayOpen}
        onCheckedChange={setPublic}
      />
      <Switch
        label="Only owners and moderators write"
        description="Members read and react."
        checked={isRestricted}
        onCheckedChange={setRestricted}
      />
      <Switch
        label="Hide earlier messages from newcomers"
        description={
          group.hidesHistory
            ? "What was hidden from newcomers stays hidden."
            : "Who joins sees what comes after them. This cannot be switched off again."
        }
        checked={hides}
        disabled={group.hidesHistory}
        onCheckedChange={setHides}
      />
      <div className="chat:flex chat:flex-col chat:gap-1">
        <label htmlFor={`${id}-slow`} className="chat:text-xs chat:font-medium">
          Slow mode: between two messages of a member
        </label>
        <select
          id={`${id}-slow`}
          value={slow}
          onChange={(event) => setSlow(Number(event.currentTarget.value))}
          className="chat:h-9 chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text"
        >
          {paces.map(({ seconds, label }) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </FormDialog>
  );
}
