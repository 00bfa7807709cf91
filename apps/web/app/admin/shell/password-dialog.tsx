"use client";

import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextField } from "@chat/ui/text-field";
import { useId, useState, useSyncExternalStore } from "react";
import { verifyPassword } from "../../sign-in/accounts.ts";
import type { PasswordPrompt } from "./password-prompt.ts";

/** Asks for the password before something grave; what waits for it then goes on. */
export function PasswordDialog({ prompt }: { prompt: PasswordPrompt }) {
  const isOpen = useSyncExternalStore(prompt.subscribe, prompt.isOpen, () => false);
  const formId = useId();
  const [isPending, setIsPending] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && prompt.answer(false)}
      title="Is it you?"
      description="This needs your password, which you gave more than 15 minutes ago."
      size="sm"
      footer={
        <>
          <Button onClick={() => prompt.answer(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            Go on
          </Button>
        </>
      }
    >
      {isOpen && <PasswordForm formId={formId} prompt={prompt} onPending={setIsPending} />}
    </Dialog>
  );
}

interface PasswordFormProps {
  formId: string;
  prompt: PasswordPrompt;
  onPending: (isPending: boolean) => void;
}

function PasswordForm({ formId, prompt, onPending }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    onPending(true);
    const refusal = await verifyPassword(password);
    onPending(false);
    if (refusal === null) prompt.answer(true);
    else setProblem(refusal);
  };
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        autoFocus
        required
        maxLength={128}
        value={password}
        error={problem}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          setProblem(null);
        }}
      />
    </form>
  );
}
