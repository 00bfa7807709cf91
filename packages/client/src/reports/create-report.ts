import type { CreateReport, OwnReport } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";

/** Reports a message or a person to the moderators of the site; who is reported is not told by whom. Rejects with RATE_LIMITED or INVALID_INPUT. */
export function createReport({ trpc }: ClientContext, input: CreateReport): Promise<OwnReport> {
  return trpc.report.create.mutate(input);
}
