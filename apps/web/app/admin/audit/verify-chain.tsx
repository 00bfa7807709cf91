"use client";

import type { AuditCheck } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

function faultsOf({ brokenAt, missing }: AuditCheck): string[] {
  return [
    ...(brokenAt === null ? [] : [`Entry ${brokenAt} is not as it was written.`]),
    ...(missing === 0 ? [] : [missing === 1 ? "One entry is gone." : `${missing.toLocaleString("en")} entries are gone.`]),
  ];
}

/** Computes the whole chain anew, and says whether an entry was changed or taken away. */
export function VerifyChain() {
  const { data, error, isFetching, refetch } = useQuery(
    useTRPC().admin.audit.verify.queryOptions(undefined, { enabled: false, staleTime: Infinity }),
  );
  const faults = data === undefined ? [] : faultsOf(data);
  const isBroken = faults.length > 0;
  return (
    <>
      <span
        role="status"
        className={`chat:text-sm ${isBroken || error !== null ? "chat:font-medium chat:text-danger-text" : "chat:text-muted"}`}
      >
        {error !== null && messageOf(error)}
        {error === null && data !== undefined && !isBroken && `${data.entries.toLocaleString("en")} entries, all as written.`}
        {error === null && faults.join(" ")}
      </span>
      <Button size="sm" icon={<ShieldCheck size={14} aria-hidden />} pending={isFetching} onClick={() => void refetch()}>
        Verify chain
      </Button>
    </>
  );
}
