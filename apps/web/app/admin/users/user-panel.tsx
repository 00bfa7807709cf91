"use client";

import { useQuery } from "@tanstack/react-query";
import { Panel } from "../shell/panel.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { UnloadedPanel } from "../shell/unloaded-panel.tsx";
import { UserActions } from "./user-actions.tsx";
import { UserFacts } from "./user-facts.tsx";
import { UserTimeline } from "./user-timeline.tsx";

/** One person: who they are, what was done to them, and what they did. */
export function UserPanel({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { data: user, error, refetch } = useQuery(useTRPC().admin.user.get.queryOptions({ userId }));
  if (user === undefined)
    return (
      <UnloadedPanel error={error} missing="There is nobody with this id" onRetry={() => void refetch()} onClose={onClose} />
    );
  return (
    <Panel title={user.name} onClose={onClose} actions={<UserActions user={user} />}>
      <UserFacts user={user} />
      <UserTimeline userId={userId} />
    </Panel>
  );
}
