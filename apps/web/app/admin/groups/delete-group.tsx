"use client";

import type { AdminGroupDetail } from "@chat/contract";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../shell/form-dialog.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";

export interface DeleteGroupProps {
  group: AdminGroupDetail;
  onClose: () => void;
  onDeleted: () => void;
}

/** Deletes a group for good; its name is typed first. */
export function DeleteGroup({ group, onClose, onDeleted }: DeleteGroupProps) {
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
  return (
    <FormDialog
      kind="alert"
      title={`Delete ${group.name}?`}
      description={`All of it goes, for everyone and for good: ${group.messageCount.toLocaleString("en")} messages and ${group.threadCount.toLocaleString("en")} threads. The audit log keeps that it was there.`}
      confirmLabel="Delete for good"
      isDanger
      isReady={name === group.name}
      isPending={deletion.isPending}
      error={deletion.error}
      onClose={onClose}
      onSubmit={() => deletion.mutate({ channelId: group.id, name })}
    >
      <TextField
        label={`Type “${group.name}” to confirm`}
        value={name}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
