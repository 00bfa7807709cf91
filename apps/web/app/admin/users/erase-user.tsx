"use client";

import type { AdminUserDetail } from "@chat/contract";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { FormDialog } from "../shell/form-dialog.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC, useTRPCClient } from "../shell/trpc.tsx";

const choices = [
  { value: "keep", label: "Keep their messages", hint: "They stay, written by “Deleted person”." },
  { value: "delete", label: "Delete their messages", hint: "Each leaves only the line that something was deleted." },
] as const;

/** Takes from somebody all that names them. Their name has to be typed, since nothing brings it back. */
export function EraseUser({ user, onClose }: { user: AdminUserDetail; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const formId = useId();
  const [messages, setMessages] = useState<"keep" | "delete">("keep");
  const [typed, setTyped] = useState("");
  const [deleted, setDeleted] = useState(0);
  const erase = useMutation({
    // Some thousand messages a call: the rest by the next one.
    mutationFn: async () => {
      for (let hasMore = true; hasMore;) {
        const answer = await client.admin.user.erase.mutate({ userId: user.id, messages });
        hasMore = answer.hasMore;
        setDeleted((before) => before + answer.deleted);
      }
    },
    onSuccess: () => {
      toast({ text: `${user.name} was erased.` });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries(trpc.admin.user.pathFilter()),
  });
  return (
    <FormDialog
      kind="alert"
      title={`Erase ${user.name}?`}
      description="Name, picture, e-mail, password and sessions are removed for good. This cannot be taken back."
      confirmLabel="Erase"
      isDanger
      isReady={typed.trim() === user.name.trim()}
      isPending={erase.isPending}
      isHeld={erase.isPending}
      error={erase.error}
      onClose={onClose}
      onSubmit={() => erase.mutate()}
    >
      <fieldset className="chat:flex chat:flex-col chat:gap-2">
        <legend className="chat:sr-only">What happens to their messages</legend>
        {choices.map(({ value, label, hint }) => (
          <label key={value} className="chat:flex chat:gap-2.5 chat:text-sm">
            <input
              type="radio"
              name={`${formId}-messages`}
              checked={messages === value}
              onChange={() => setMessages(value)}
              className="chat:mt-0.5 chat:size-4"
            />
            <span>
              {label}
              <span className="chat:block chat:text-xs chat:text-muted">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={`Type “${user.name}” to go on`}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {erase.isPending && deleted > 0 && (
        <p role="status" className="chat:text-sm chat:text-muted">
          {deleted.toLocaleString("en")} messages deleted so far
        </p>
      )}
    </FormDialog>
  );
}
