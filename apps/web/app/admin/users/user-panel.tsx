"use client";

import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "../shell/panel.tsx";
import { messageOf, reasonOf, useTRPC } from "../shell/trpc.tsx";
import { UserActions } from "./user-actions.tsx";
import { UserFacts } from "./user-facts.tsx";
import { UserTimeline } from "./user-timeline.tsx";

/** One person: who they are, what was done to them, and what they did. */
export function UserPanel({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { data: user, error, refetch } = useQuery(useTRPC().admin.user.get.queryOptions({ userId }));
  if (user === undefined)
    return (
      <Panel title={error === null ? "Loading…" : "Not loaded"} onClose={onClose}>
        {error === null ? (
          <div className="chat:flex chat:flex-col chat:gap-3">
            <Skeleton className="chat:h-16" />
            <Skeleton className="chat:h-40" />
          </div>
        ) : (
          <EmptyState
            title={reasonOf(error) === "NOT_FOUND" ? "There is nobody with this id" : "That could not be loaded"}
            description={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          />
        )}
      </Panel>
    );
  return (
    <Panel title={user.name} onClose={onClose} actions={<UserActions user={user} />}>
      <UserFacts user={user} />
      <UserTimeline userId={userId} />
    </Panel>
  );
}
