"use client";

import type { CreateReport } from "@chat/contract";
import { useMemo } from "react";
import { slices } from "../cache/slices.ts";
import { useChatClient } from "./chat-provider.tsx";
import { usePick } from "./use-slice.ts";

/** Reports to the moderators of the site. `isAvailable` tells whether the server takes them. */
export function useReports() {
  const client = useChatClient();
  const isAvailable = usePick(slices.connection, ({ capabilities }) => capabilities.includes("reports"));
  const actions = useMemo(() => ({ create: (input: CreateReport) => client.reports.create(input) }), [client]);
  return { state: { isAvailable }, actions };
}
