import type { UserRef } from "@chat/contract";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../shell/trpc.tsx";

const none: readonly UserRef[] = [];
/** The staff of a site seldom change. */
const staleMs = 60_000;

/** Who may be given cases, by name. */
export function useAssignees(): readonly UserRef[] {
  return useQuery(useTRPC().admin.report.assignees.queryOptions(undefined, { staleTime: staleMs })).data?.items ?? none;
}
