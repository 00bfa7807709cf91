"use client";

import { limits } from "@chat/contract";
import { TextArea } from "@chat/ui/text-field";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messageOf, useTRPCClient } from "../shell/trpc.tsx";
import { useDebounced } from "../shell/use-debounced.ts";
import { toTrial, type RuleForm } from "./rule-form.ts";

/** A text to try the rule on, as it stands in the form: what would become of it, while it is typed. */
export function TestBox({ form }: { form: RuleForm }) {
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const read = toTrial(form);
  const draft = "draft" in read ? read.draft : null;
  const settled = useDebounced(JSON.stringify({ text, draft }));
  const asked = JSON.parse(settled) as { text: string; draft: typeof draft };
  const channel = asked.draft?.condition.channels[0];
  const isAsked = asked.text.trim() !== "" && asked.draft !== null;
  const { data, error } = useQuery({
    queryKey: ["rule-test", settled],
    queryFn: () =>
      client.admin.rule.test.mutate({
        text: asked.text,
        ...(asked.draft !== null && { rule: { ...asked.draft, enabled: true } }),
        ...(channel !== undefined && { channel }),
        accountHours: 0,
      }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section aria-label="Try it" className="chat:mt-6 chat:flex chat:flex-col chat:gap-2">
      <h3 className="chat:text-xs chat:font-semibold">Try it</h3>
      <TextArea
        label="A message"
        hint="As if by a new account in the first kind of conversation chosen above. Nothing is kept."
        rows={2}
        dir="auto"
        maxLength={limits.messageText}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status" data-slot="test-result" className="chat:min-h-5 chat:text-sm chat:wrap-anywhere">
        {text.trim() !== "" && "problem" in read && <span className="chat:text-muted">{read.problem}</span>}
        {isAsked && error !== null && <span className="chat:text-danger-text">{messageOf(error)}</span>}
        {isAsked && error === null && data !== undefined && <Result text={asked.text} result={data} />}
      </p>
    </section>
  );
}

function Result({ text, result }: { text: string; result: { hits: unknown[]; text: string | null; isHeld: boolean } }) {
  if (result.hits.length === 0) return <span className="chat:text-muted">The rule does not fit this message.</span>;
  if (result.text === null) return <span className="chat:font-medium chat:text-danger-text">It would be refused.</span>;
  if (result.isHeld) return <span className="chat:font-medium chat:text-warning-text">It would be held for review.</span>;
  if (result.text === text) return <span className="chat:font-medium">It would be allowed as it is.</span>;
  return (
    <span>
      It would be stored as <bdi className="chat:font-medium">{result.text}</bdi>
    </span>
  );
}
