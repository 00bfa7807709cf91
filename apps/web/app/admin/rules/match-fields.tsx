"use client";

import { ruleLimits } from "@chat/contract";
import { TextArea, TextField } from "@chat/ui/text-field";
import { CheckField, NumberField, SelectField, type FieldsProps } from "./form-parts.tsx";
import type { RuleForm } from "./rule-form.ts";
import { matchNames } from "./rule-words.ts";
import { WordsCsv } from "./words-csv.tsx";

const linksTo = { any: "Any address", listed: "These domains", others: "Any domain but these" } as const;

/** What the message must be like. */
export function MatchFields({ form, ruleId, onChange }: FieldsProps<RuleForm> & { ruleId: string | null }) {
  return (
    <fieldset className="chat:flex chat:flex-col chat:gap-3 chat:rounded-xl chat:border chat:border-border chat:p-3">
      <legend className="chat:px-1 chat:text-xs chat:font-semibold">If a message has</legend>
      <SelectField label="What" value={form.type} options={matchNames} onChange={(type) => onChange({ type })} />
      <KindFields form={form} ruleId={ruleId} onChange={onChange} />
    </fieldset>
  );
}

function KindFields({ form, ruleId, onChange }: FieldsProps<RuleForm> & { ruleId: string | null }) {
  switch (form.type) {
    case "words":
      return (
        <>
          <TextArea
            label="Words"
            hint="One a line. Case and accents do not matter."
            rows={6}
            dir="auto"
            spellCheck={false}
            value={form.words}
            onChange={(event) => onChange({ words: event.currentTarget.value })}
          />
          <CheckField checked={form.whole} onChange={(whole) => onChange({ whole })}>
            Whole words only
          </CheckField>
          <WordsCsv words={form.words} ruleId={ruleId} onWords={(words) => onChange({ words })} />
        </>
      );
    case "pattern":
      return (
        <>
          <TextField
            label="Pattern"
            hint="A regular expression in RE2's syntax, without back-references and look-around."
            dir="ltr"
            spellCheck={false}
            autoComplete="off"
            maxLength={ruleLimits.pattern}
            value={form.pattern}
            onChange={(event) => onChange({ pattern: event.currentTarget.value })}
          />
          <CheckField checked={form.ignoresCase} onChange={(ignoresCase) => onChange({ ignoresCase })}>
            Upper and lower case are the same
          </CheckField>
        </>
      );
    case "links":
      return (
        <>
          <SelectField label="Links to" value={form.linksTo} options={linksTo} onChange={(to) => onChange({ linksTo: to })} />
          {form.linksTo !== "any" && (
            <TextArea
              label="Domains"
              hint="One a line, such as example.com. What lies below belongs to it."
              rows={5}
              dir="ltr"
              spellCheck={false}
              value={form.domains}
              onChange={(event) => onChange({ domains: event.currentTarget.value })}
            />
          )}
        </>
      );
    case "repeats":
      return (
        <div className="chat:flex chat:gap-3">
          <NumberField label="Times" min={2} max={100} value={form.times} onChange={(times) => onChange({ times })} />
          <NumberField
            label="Within seconds"
            min={5}
            max={3_600}
            value={form.seconds}
            onChange={(seconds) => onChange({ seconds })}
          />
        </div>
      );
    case "rate":
      return (
        <div className="chat:flex chat:gap-3">
          <NumberField
            label="More messages than"
            min={1}
            max={1_000}
            value={form.messages}
            onChange={(messages) => onChange({ messages })}
          />
          <NumberField
            label="Within seconds"
            min={1}
            max={3_600}
            value={form.seconds}
            onChange={(seconds) => onChange({ seconds })}
          />
        </div>
      );
    case "any":
      return <p className="chat:text-sm chat:text-muted">Every message fits; narrow it by account or conversation below.</p>;
  }
}
