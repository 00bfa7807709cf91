import { Button } from "@chat/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../shell/trpc.tsx";
import { useCallOptions } from "../shell/use-call-options.ts";

/** For an admin: the case is theirs now, whoever worked on it. */
export function TakeOver({ caseId }: { caseId: string }) {
  const trpc = useTRPC();
  const hold = useMutation(trpc.admin.report.hold.mutationOptions(useCallOptions(trpc.admin.report.pathFilter())));
  return (
    <Button size="sm" pending={hold.isPending} onClick={() => hold.mutate({ caseId, takeOver: true })}>
      Take over
    </Button>
  );
}
