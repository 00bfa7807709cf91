"use client";

import type { ExportAudit } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { downloadText } from "../shell/download-text.ts";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** Saves what the filters find as CSV; the log tells that somebody did. */
export function ExportAuditButton({ filter, disabled }: { filter: ExportAudit; disabled: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const save = useMutation(
    trpc.admin.audit.export.mutationOptions({
      onSuccess: ({ csv, isCut }) => {
        downloadText("audit-log.csv", csv);
        if (isCut) toast({ text: "Only the latest 50,000 entries were saved: narrow the filters for the rest." });
        return queryClient.invalidateQueries(trpc.admin.audit.pathFilter());
      },
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
    }),
  );
  return (
    <Button
      size="sm"
      icon={<Download size={14} aria-hidden />}
      disabled={disabled}
      pending={save.isPending}
      onClick={() => save.mutate(filter)}
    >
      Export CSV
    </Button>
  );
}
