"use client";

import type { StaffSession } from "@chat/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { DataTable } from "../shell/data-table.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { sessionColumns } from "./session-columns.tsx";

const nameOf = ({ user, userAgent }: StaffSession) => `${user.name}, ${userAgent ?? "unknown device"}`;

/** Where moderators and admins are signed in. */
export function StaffSessionsScreen() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.admin.session.list.infiniteQueryOptions({}, { getNextPageParam: nextCursor, refetchInterval: 30_000 }),
  );
  const rows = useRows(query);
  return (
    <ScreenFrame title="Staff sessions" note="Every device that a moderator or admin is signed in on">
      <DataTable
        name="Staff sessions"
        columns={sessionColumns}
        rows={rows}
        nameOf={nameOf}
        empty={{ title: "No session", description: "No moderator or admin is signed in." }}
      />
    </ScreenFrame>
  );
}
