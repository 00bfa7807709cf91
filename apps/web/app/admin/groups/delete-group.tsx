"use client";

import type { AdminGroupDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

export interface DeleteGroupProps {
  group: AdminGroupDetail;
  onClose: () => void;
  onDeleted: () => void;
}

/** Deletes a group for good; its name is typed first. */
export function DeleteGroup({ group, onClose, onDeleted }: DeleteGroupProps) {
  const id = useId();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState("");
  const deletion = useMutation(
    trpc.admin.group.delete.mutationOptions({
      onSuccess: async () => {
        toast({ text: `${group.name} is deleted.` });
        onDeleted();
        queryClient.removeQueries(trpc.admin.group.get.queryFilter({ channelId: group.id }));
        await queryClient.invalidateQueries(trpc.admin.group.list.pathFilter());
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name === group.name) deletion.mutate({ channelId: group.id, name });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      kind="alert"
      title={`Delete ${group.name}?`}
      description={`All of it goes, for everyone and for good: ${group.messageCount.toLocaleString("en")} messages and ${group.threadCount.toLocaleString("en")} threads. The audit log keeps that it was there.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="danger" disabled={name !== group.name} pending={deletion.isPending}>
            Delete for good
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="chat:flex chat:flex-col chat:gap-3">
        <TextField
          label={`Type “${group.name}” to confirm`}
          value={name}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {deletion.error && (
          <p role="alert" className="chat:text-sm chat:text-danger-text">
            {messageOf(deletion.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
