"use client";

import { Button } from "@chat/ui/button";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { FormDialog } from "../shell/form-dialog.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";

/** Makes somebody of this site; the first password is shown here alone. */
export function CreateUser({ onCreated }: { onCreated: (userId: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" variant="primary" icon={<UserPlus size={14} aria-hidden />} onClick={() => setIsOpen(true)}>
        New user
      </Button>
      {isOpen && <CreateUserDialog onClose={() => setIsOpen(false)} onCreated={onCreated} />}
    </>
  );
}

interface CreateUserDialogProps {
  onClose: () => void;
  onCreated: (userId: string) => void;
}

function CreateUserDialog({ onClose, onCreated }: CreateUserDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [form, setForm] = useState({ name: "", email: "", password: makePassword() });
  const create = useMutation(
    trpc.admin.user.create.mutationOptions({
      onSuccess: (user) => {
        toast({ text: `${user.name} can sign in now.` });
        onClose();
        onCreated(user.id);
      },
      onSettled: () => queryClient.invalidateQueries(trpc.admin.user.pathFilter()),
    }),
  );
  const field = (name: keyof typeof form) => ({
    value: form[name],
    required: true,
    autoComplete: "off",
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setForm((before) => ({ ...before, [name]: value })),
  });
  return (
    <FormDialog
      title="New user"
      description="Hand them the e-mail and the first password; they can change it after signing in."
      size="sm"
      confirmLabel="Create"
      isPending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => create.mutate(form)}
    >
      <TextField label="Name" maxLength={80} {...field("name")} />
      <TextField label="E-mail" type="email" {...field("email")} />
      <TextField label="First password" minLength={8} maxLength={128} spellCheck={false} {...field("password")} />
    </FormDialog>
  );
}

/** 96 random bits as letters and digits. */
function makePassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "x")
    .replaceAll("/", "y");
}
