"use client";

import type { AdminUserDetail } from "@chat/contract";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useStaff } from "../shell/staff.tsx";
import { FormDialog } from "../shell/form-dialog.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";

/** Another name, and by an admin another e-mail. */
export function EditUser({ user, onClose }: { user: AdminUserDetail; onClose: () => void }) {
  const isAdmin = useStaff().role === "admin";
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
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
    <FormDialog
      title={`Edit ${user.name}`}
      size="sm"
      confirmLabel="Save"
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
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
    </FormDialog>
  );
}
