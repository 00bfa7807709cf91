"use client";

import { limits } from "@chat/contract";
import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { sanctionStrings } from "../catalogue/sanction-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { TextArea } from "../primitives/text-field.tsx";

const texts = { sanction: sanctionStrings };

interface AppealFormProps {
  onAppeal: (text: string) => Attempt;
  /** Other buttons, which stand before the one that sends. */
  children?: ReactNode;
}

/** The sanctioned person's one answer to a decision. */
export function AppealForm({ onAppeal, children }: AppealFormProps): ReactElement {
  const t = useTexts(texts);
  const { isPending, error, setError, run } = useAttempt();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") setError(t.sanction.appealMissing);
    else void run(() => onAppeal(text.trim()));
  };
  return (
    <form noValidate data-slot="appeal-form" className="chat:flex chat:flex-col chat:gap-3 chat:text-start" onSubmit={submit}>
      <Problem text={error} />
      <TextArea
        label={t.sanction.appealLabel}
        hint={t.sanction.appealText}
        value={text}
        maxLength={limits.appealText}
        rows={4}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="chat:flex chat:flex-wrap chat:justify-end chat:gap-2">
        {children}
        <Button type="submit" variant="primary" pending={isPending}>
          {t.sanction.appealSend}
        </Button>
      </div>
    </form>
  );
}
