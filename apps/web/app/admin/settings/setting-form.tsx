"use client";

import { settingKinds, type SettingControl, type SettingEntry } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

type Value = SettingEntry["value"];

/** One setting's value: changed, kept, and set back to its default. */
export function SettingForm({ entry, helpId }: { entry: SettingEntry; helpId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { label, input } = settingKinds[entry.key];
  const [value, setValue] = useState<Value>(entry.value);
  const keep = {
    onSuccess: () => queryClient.invalidateQueries(trpc.admin.setting.pathFilter()),
    onError: (error: unknown) => toast({ text: `${label}: ${messageOf(error)}`, isProblem: true }),
  };
  const set = useMutation(trpc.admin.setting.set.mutationOptions(keep));
  const reset = useMutation(trpc.admin.setting.reset.mutationOptions(keep));
  const before = entry.source === "default" ? null : entry.value;
  const undo = () => (before === null ? reset.mutate({ key: entry.key }) : set.mutate({ key: entry.key, value: before }));
  const isChanged = JSON.stringify(value) !== JSON.stringify(entry.value);
  const isLocked = entry.source === "environment";
  return (
    <form
      className="chat:flex chat:flex-col chat:items-start chat:gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) return;
        set.mutate({ key: entry.key, value }, { onSuccess: () => toast({ text: `${label} is changed.`, onUndo: undo }) });
      }}
    >
      <Control control={input} label={label} value={value} isLocked={isLocked} helpId={helpId} onChange={setValue} />
      {!isLocked && (
        <div className="chat:flex chat:gap-2">
          {isChanged && (
            <>
              <Button type="submit" size="sm" variant="primary" pending={set.isPending}>
                Save
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setValue(entry.value)}>
                Cancel
              </Button>
            </>
          )}
          {!isChanged && entry.source === "console" && (
            <Button
              size="sm"
              variant="ghost"
              pending={reset.isPending}
              onClick={() =>
                reset.mutate(
                  { key: entry.key },
                  { onSuccess: () => toast({ text: `${label} has its default again.`, onUndo: undo }) },
                )
              }
            >
              Reset to default
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

const field =
  "chat:h-9 chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-3 chat:text-sm chat:text-text chat:disabled:bg-surface chat:disabled:text-muted";

interface ControlProps {
  control: SettingControl;
  label: string;
  value: Value;
  isLocked: boolean;
  helpId: string;
  onChange: (value: Value) => void;
}

function Control({ control, label, value, isLocked, helpId, onChange }: ControlProps) {
  const shared = { "aria-label": label, "aria-describedby": helpId, disabled: isLocked };
  switch (control.type) {
    case "text":
      return (
        <input
          {...shared}
          required
          dir="auto"
          maxLength={control.maxLength}
          value={String(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={field}
        />
      );
    case "number":
      return (
        <div className="chat:flex chat:w-full chat:items-center chat:gap-2">
          <input
            {...shared}
            required
            type="number"
            min={control.min}
            max={control.max}
            step={1}
            value={Number.isNaN(value) ? "" : Number(value)}
            onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
            className={`${field} chat:max-w-32 chat:tabular-nums`}
          />
          <span className="chat:text-sm chat:text-muted">{control.unit}</span>
        </div>
      );
    case "choice":
      return (
        <select {...shared} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} className={field}>
          {Object.entries(control.options).map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      );
    case "choices":
      return <Choices options={control.options} label={label} value={value} isLocked={isLocked} onChange={onChange} />;
  }
}

function Choices({
  options,
  label,
  value,
  isLocked,
  onChange,
}: Pick<ControlProps, "label" | "value" | "isLocked" | "onChange"> & { options: Readonly<Record<string, string>> }) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <fieldset disabled={isLocked} className="chat:grid chat:w-full chat:grid-cols-2 chat:gap-x-4 chat:gap-y-1.5">
      <legend className="chat:sr-only">{label}</legend>
      {Object.entries(options).map(([option, name]) => (
        <label key={option} className="chat:flex chat:items-center chat:gap-2 chat:text-sm">
          <input
            type="checkbox"
            className="chat:size-4"
            checked={chosen.includes(option)}
            // The last one stays: nobody could report anything.
            disabled={isLocked || (chosen.length === 1 && chosen.includes(option))}
            onChange={({ currentTarget: { checked } }) => {
              const next = Object.keys(options).filter((one) => (one === option ? checked : chosen.includes(one)));
              onChange(next as Value);
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
