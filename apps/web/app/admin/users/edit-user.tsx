"use client";

import type { AdminUserDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** Another name, and by an admin another e-mail. */
export function EditUser({ user, onClose }: { user: AdminUserDetail; onClose: () => void }) {
  const isAdmin = useStaff().role === "admin";
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const formId = useId();
  const [name, setName] = useState(user.name);
  const [email, setEmail] = useState(user.email ?? "");
  const save = useMutation(
    trpc.admin.user.update.mutationOptions({
      onSuccess: (after) => {
        toast({ text: `Saved: ${after.name}.` });
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.admin.user.pathFilter()),
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Edit ${user.name}`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="chat:flex chat:flex-col chat:gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const isNewEmail = isAdmin && email !== "" && email !== user.email;
          save.mutate({ userId: user.id, ...(name !== user.name && { name }), ...(isNewEmail && { email }) });
        }}
      >
        <TextField label="Name" value={name} required maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
        {isAdmin && (
          <TextField
            label="E-mail"
            type="email"
            value={email}
            hint="What they sign in with."
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        {save.error !== null && (
          <p role="alert" className="chat:text-sm chat:text-danger-text">
            {messageOf(save.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
