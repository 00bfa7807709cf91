"use client";

import { ruleLimits } from "@chat/contract";
import { TextArea } from "@chat/ui/text-field";
import { NumberField, SelectField, type FieldsProps } from "./form-parts.tsx";
import type { RuleForm } from "./rule-form.ts";
import { actionNames } from "./rule-words.ts";

const notes: Readonly<Record<RuleForm["action"], string>> = {
  allow: "It is stored as it is, and no further rule is looked at.",
  mask: "What was found becomes ***, and the rules after this one are looked at.",
  hold: "It is stored, but hidden until a moderator has looked at it in the queue.",
  reject: "It is not stored, and its author is told.",
  mute: "It is not stored, and its author can write nowhere for a while.",
};

/** What becomes of the message. */
export function ActionFields({ form, onChange }: FieldsProps<RuleForm>) {
  return (
    <fieldset className="chat:flex chat:flex-col chat:gap-3 chat:rounded-xl chat:border chat:border-border chat:p-3">
      <legend className="chat:px-1 chat:text-xs chat:font-semibold">Then</legend>
      <SelectField label="Do" value={form.action} options={actionNames} onChange={(action) => onChange({ action })} />
      <p className="chat:text-xs chat:text-muted">{notes[form.action]}</p>
      {form.action === "mute" && (
        <NumberField label="Minutes" min={1} max={43_200} value={form.minutes} onChange={(minutes) => onChange({ minutes })} />
      )}
      {(form.action === "reject" || form.action === "mute") && (
        <TextArea
          label="Text for the person"
          hint="Left empty: “This message is not allowed here.”"
          rows={2}
          dir="auto"
          maxLength={ruleLimits.text}
          value={form.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
