"use client";

import { useQuery } from "@tanstack/react-query";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";

/** What goes on here now. */
export function OverviewScreen() {
  const counts = useQuery(useTRPC().admin.counts.queryOptions(undefined, { refetchInterval: 5_000 })).data;
  return (
    <ScreenFrame title="Overview">
      <dl className="chat:grid chat:grid-cols-2 chat:gap-3 chat:px-4 chat:md:grid-cols-4">
        <Figure name="Open cases" value={counts?.cases} />
        <Figure name="Overdue" value={counts?.overdue} />
        <Figure name="Open appeals" value={counts?.appeals} />
      </dl>
    </ScreenFrame>
  );
}

function Figure({ name, value }: { name: string; value: number | undefined }) {
  return (
    <div className="chat:rounded-xl chat:border chat:border-border chat:p-3">
      <dt className="chat:text-xs chat:text-muted">{name}</dt>
      <dd className="chat:text-lg chat:font-semibold chat:tabular-nums">{value ?? "…"}</dd>
    </div>
  );
}
