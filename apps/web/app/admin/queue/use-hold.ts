import { useEffect } from "react";
import { useTRPCClient } from "../shell/trpc.tsx";

/** Who looks at a case so long works on it, in milliseconds; and how often they say so again. */
const settleMs = 1_200;
const renewMs = 60_000;

/** Holds the case that one looks at, so that no two moderators decide it; null holds none. A case that another holds, or that is decided, is left. */
export function useHold(caseId: string | null): void {
  const client = useTRPCClient();
  useEffect(() => {
    if (caseId === null) return;
    let [isHeld, isOver] = [false, false];
    const release = () => client.admin.report.release.mutate({ caseId }).catch(() => undefined);
    const hold = () =>
      client.admin.report.hold.mutate({ caseId }).then(
        () => {
          isHeld = true;
          // Asked for before one left, and granted after.
          if (isOver) void release();
        },
        () => undefined,
      );
    const first = setTimeout(() => void hold(), settleMs);
    const again = setInterval(() => isHeld && void hold(), renewMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      isOver = true;
      // Where it was decided meanwhile there is none to give free, and nothing changes.
      if (isHeld) void release();
    };
  }, [caseId, client]);
}
