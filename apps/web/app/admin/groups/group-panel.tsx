"use client";

import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Panel } from "../shell/panel.tsx";
import { messageOf, reasonOf, useTRPC } from "../shell/trpc.tsx";
import { GroupActions } from "./group-actions.tsx";
import { GroupFacts } from "./group-facts.tsx";
import { GroupMembers } from "./group-members.tsx";
import { Transcript } from "./transcript.tsx";

export interface GroupPanelProps {
  channelId: string;
  /** Its transcript is open, or its reason is being asked. */
  isReading: boolean;
  onRead: (isReading: boolean) => void;
  onClose: () => void;
}

/** One group: its settings and members, and its messages for who says why. */
export function GroupPanel({ channelId, isReading, onRead, onClose }: GroupPanelProps) {
  const { data: group, error, refetch } = useQuery(useTRPC().admin.group.get.queryOptions({ channelId }));
  if (group === undefined)
    return (
      <Panel title={error === null ? "Loading…" : "Not loaded"} onClose={onClose}>
        {error === null ? (
          <div className="chat:flex chat:flex-col chat:gap-3">
            <Skeleton className="chat:h-16" />
            <Skeleton className="chat:h-40" />
          </div>
        ) : (
          <EmptyState
            title={reasonOf(error) === "NOT_FOUND" ? "There is no group with this id" : "That could not be loaded"}
            description={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          />
        )}
      </Panel>
    );
  return (
    <Panel
      title={group.name}
      onClose={onClose}
      actions={<GroupActions group={group} onRead={() => onRead(true)} onDeleted={onClose} />}
    >
      <GroupFacts group={group} />
      <GroupMembers group={group} />
      {isReading && <Transcript channelId={channelId} name={group.name} onClose={() => onRead(false)} />}
    </Panel>
  );
}
