"use client";

import { useQuery } from "@tanstack/react-query";
import { Panel } from "../shell/panel.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { UnloadedPanel } from "../shell/unloaded-panel.tsx";
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
      <UnloadedPanel error={error} missing="There is no group with this id" onRetry={() => void refetch()} onClose={onClose} />
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
