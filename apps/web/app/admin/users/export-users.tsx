import type { ExportAdminUsers } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { downloadText } from "../shell/download-text.ts";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** All whom the filters find, as CSV. */
export function ExportUsers({ filter }: { filter: ExportAdminUsers }) {
  const toast = useToast();
  const save = useMutation(
    useTRPC().admin.user.export.mutationOptions({
      onSuccess: ({ csv, isCut }) => {
        downloadText("users.csv", csv);
        if (isCut) toast({ text: "The file holds the newest 50,000: narrow the filters for the rest." });
      },
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
    }),
  );
  return (
    <Button size="sm" icon={<Download size={14} aria-hidden />} pending={save.isPending} onClick={() => save.mutate(filter)}>
      Export CSV
    </Button>
  );
}
