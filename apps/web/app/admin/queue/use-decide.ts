import type { ActOnCase, ReportCase } from "@chat/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC, useTRPCClient } from "../shell/trpc.tsx";
import { actionWords } from "./words.ts";

interface Decided {
  readonly found: ReportCase;
  readonly decisionId: Promise<string | null>;
}

interface Decide {
  /** Cases that were decided here and are not in the list any more, though the server may still be at it. */
  readonly gone: ReadonlySet<string>;
  decide(found: ReportCase, input: Omit<ActOnCase, "caseId">): void;
  /** Takes the last decision back. */
  undo(): void;
}

const none: ReadonlySet<string> = new Set();

/** Decisions show at once, and are taken back by the notice or by `undo` in ten seconds; one that is refused comes back by itself. */
export function useDecide(onBack: (found: ReportCase) => void): Decide {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [gone, setGone] = useState(none);
  const last = useRef<Decided | null>(null);
  const back = useRef(onBack);
  back.current = onBack;

  const readAnew = useCallback(() => queryClient.invalidateQueries(trpc.admin.report.pathFilter()), [queryClient, trpc]);
  const bringBack = useCallback((found: ReportCase) => {
    setGone((before) => new Set([...before].filter((id) => id !== found.id)));
    back.current(found);
  }, []);

  const takeBack = useCallback(
    async ({ found, decisionId }: Decided) => {
      if (last.current?.found.id === found.id) last.current = null;
      const id = await decisionId;
      if (id === null) return;
      try {
        const restored = await client.admin.report.undo.mutate({ decisionId: id });
        // What is held of it says still that it is decided.
        queryClient.setQueryData(
          trpc.admin.report.get.queryKey({ caseId: found.id }),
          (held) => held && { ...held, case: restored },
        );
        await readAnew();
        bringBack(found);
        toast({ text: "Taken back" });
      } catch (error) {
        toast({ text: messageOf(error), isProblem: true });
      }
    },
    [client, queryClient, trpc, readAnew, bringBack, toast],
  );

  const decide = useCallback(
    (found: ReportCase, input: Omit<ActOnCase, "caseId">) => {
      const { id: caseId, user } = found;
      setGone((before) => new Set([...before, caseId]));
      const decisionId = client.admin.report.act.mutate({ ...input, caseId }).then(
        async (acted) => {
          await readAnew();
          // An escalated case is still in the queue.
          if (input.action === "escalate") setGone((before) => new Set([...before].filter((id) => id !== caseId)));
          return acted.decisionId;
        },
        (error: unknown) => {
          toast({ text: messageOf(error), isProblem: true });
          bringBack(found);
          void readAnew();
          return null;
        },
      );
      const decided = { found, decisionId };
      last.current = decided;
      toast({ text: actionWords[input.action].done(user.name), onUndo: () => void takeBack(decided) });
    },
    [client, readAnew, bringBack, takeBack, toast],
  );

  const undo = useCallback(() => {
    if (last.current !== null) void takeBack(last.current);
  }, [takeBack]);
  return { gone, decide, undo };
}
