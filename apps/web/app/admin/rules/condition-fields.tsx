"use client";

import { ruleChannels } from "@chat/contract";
import { TextField } from "@chat/ui/text-field";
import { CheckField, type FieldsProps } from "./form-parts.tsx";
import type { RuleForm } from "./rule-form.ts";
import { channelNames } from "./rule-words.ts";

/** By whom and where. */
export function ConditionFields({ form, onChange }: FieldsProps<RuleForm>) {
  return (
    <fieldset className="chat:flex chat:flex-col chat:gap-3 chat:rounded-xl chat:border chat:border-border chat:p-3">
      <legend className="chat:px-1 chat:text-xs chat:font-semibold">And it is written</legend>
      <TextField
        label="By an account younger than, in hours"
        hint="Left empty, by any account."
        type="number"
        min={1}
        max={8_760}
        value={form.accountHours}
        onChange={(event) => onChange({ accountHours: event.currentTarget.value })}
      />
      <div role="group" aria-label="In" className="chat:flex chat:flex-col chat:gap-1.5">
        {ruleChannels.map((channel) => (
          <CheckField
            key={channel}
            checked={form.channels.includes(channel)}
            onChange={(checked) =>
              onChange({ channels: ruleChannels.filter((one) => (one === channel ? checked : form.channels.includes(one))) })
            }
          >
            {channelNames[channel]}
          </CheckField>
        ))}
      </div>
    </fieldset>
  );
}
