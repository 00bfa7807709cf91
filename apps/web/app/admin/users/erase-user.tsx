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

const counted = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "message" : "messages"}`;

/**
 * Takes from somebody all that names them; their name has to be typed, since nothing brings it back. Of somebody who was erased before it deletes what
 * is left of their messages.
 */
export function EraseUser({ user, onClose }: { user: AdminUserDetail; onClose: () => void }) {
  // As they were when this opened: the first answer takes the name from what is held of them.
  const [{ id: userId, name, issuer, messages: total }] = useState(user);
  const isRest = issuer === "erased";
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const formId = useId();
  const [messages, setMessages] = useState<"keep" | "delete">(isRest ? "delete" : "keep");
  const [typed, setTyped] = useState("");
  const [deleted, setDeleted] = useState(0);
  const erase = useMutation({
    // Some thousand messages a call: the rest by the next one.
    mutationFn: async () => {
      for (let hasMore = true; hasMore;) {
        const answer = await client.admin.user.erase.mutate({ userId, messages });
        hasMore = answer.hasMore;
        setDeleted((before) => before + answer.deleted);
      }
    },
    onSuccess: () => {
      toast({ text: isRest ? "Their messages were deleted." : `${name} was erased.` });
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries(trpc.admin.user.pathFilter()),
  });
  const hasBegun = erase.isPending || deleted > 0;
  return (
    <FormDialog
      kind="alert"
      title={isRest ? "Delete their messages?" : `Erase ${name}?`}
      description={
        isRest
          ? `${counted(total ?? 0)} of an erased person. Each leaves only the line that something was deleted. This cannot be taken back.`
          : "Name, picture, e-mail, password and sessions are removed for good. This cannot be taken back."
      }
      confirmLabel={erase.isError ? "Try again" : isRest ? "Delete messages" : "Erase"}
      isDanger
      isReady={isRest || typed.trim() === name.trim()}
      isPending={erase.isPending}
      isHeld={erase.isPending}
      error={erase.error}
      onClose={onClose}
      onSubmit={() => erase.mutate()}
    >
      {!isRest && (
        <>
          <fieldset disabled={hasBegun} className="chat:flex chat:flex-col chat:gap-2">
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
            label={`Type “${name}” to go on`}
            value={typed}
            autoComplete="off"
            disabled={hasBegun}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      )}
      {deleted > 0 && (
        <p role="status" className="chat:text-sm chat:text-muted">
          {counted(deleted)} deleted so far{total !== null && total > deleted && `, of ${total.toLocaleString("en")}`}
        </p>
      )}
    </FormDialog>
  );
}
