"use client";

import type { Rule } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Switch } from "@chat/ui/switch";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Panel } from "../shell/panel.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { ActionFields } from "./action-fields.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { MatchFields } from "./match-fields.tsx";
import { ReplayRule } from "./replay-rule.tsx";
import { toDraft, toForm, type RuleForm } from "./rule-form.ts";
import { TestBox } from "./test-box.tsx";

interface RuleEditorProps {
  /** Null for a new one. */
  rule: Rule | null;
  onClose: () => void;
  onCreated: (id: string) => void;
  onDelete: (rule: Rule) => void;
}

/** Writes a rule, tries it on a text as it is typed, and on what was written during the last day. */
export function RuleEditor({ rule, onClose, onCreated, onDelete }: RuleEditorProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [form, setForm] = useState<RuleForm>(() => toForm(rule));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: Partial<RuleForm>) => {
    setProblem(null);
    setForm((before) => ({ ...before, ...changed }));
  };
  const kept = {
    onSuccess: ({ id, name }: Rule) => {
      toast({ text: `${name} is saved.` });
      if (rule === null) onCreated(id);
      return queryClient.invalidateQueries(trpc.admin.rule.list.queryFilter());
    },
    onError: (error: unknown) => setProblem(messageOf(error)),
  };
  const create = useMutation(trpc.admin.rule.create.mutationOptions(kept));
  const update = useMutation(trpc.admin.rule.update.mutationOptions(kept));
  const save = () => {
    const read = toDraft(form);
    if ("problem" in read) setProblem(read.problem);
    else if (rule === null) create.mutate(read.draft);
    else update.mutate({ ruleId: rule.id, ...read.draft });
  };
  return (
    <Panel
      title={rule?.name ?? "New rule"}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="rule" size="sm" variant="primary" pending={create.isPending || update.isPending}>
            {rule === null ? "Create" : "Save"}
          </Button>
          {rule !== null && (
            <Button size="sm" onClick={() => onDelete(rule)}>
              Delete
            </Button>
          )}
        </>
      }
    >
      <form
        id="rule"
        noValidate
        className="chat:flex chat:flex-col chat:gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {problem !== null && (
          <p
            role="alert"
            className="chat:rounded-lg chat:border chat:border-danger-text chat:px-3 chat:py-2 chat:text-sm chat:text-danger-text"
          >
            {problem}
          </p>
        )}
        <TextField
          label="Name"
          autoFocus={rule === null}
          maxLength={80}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Switch label="On" checked={form.enabled} onCheckedChange={(enabled) => change({ enabled })} />
        <MatchFields form={form} ruleId={rule?.condition.match.type === "words" ? rule.id : null} onChange={change} />
        <ConditionFields form={form} onChange={change} />
        <ActionFields form={form} onChange={change} />
      </form>
      <TestBox form={form} />
      <ReplayRule form={form} />
    </Panel>
  );
}
