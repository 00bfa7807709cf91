"use client";

import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { Panel } from "./panel.tsx";
import { messageOf, reasonOf } from "./trpc.tsx";

export interface UnloadedPanelProps {
  /** Null while it loads. */
  error: unknown;
  /** Where there is no such thing. */
  missing: string;
  onRetry: () => void;
  onClose: () => void;
}

/** Details that are on the way, or could not be loaded. */
export function UnloadedPanel({ error, missing, onRetry, onClose }: UnloadedPanelProps) {
  return (
    <Panel title={error === null ? "Loading…" : "Not loaded"} onClose={onClose}>
      {error === null ? (
        <div className="chat:flex chat:flex-col chat:gap-3">
          <Skeleton className="chat:h-16" />
          <Skeleton className="chat:h-40" />
        </div>
      ) : (
        <EmptyState
          title={reasonOf(error) === "NOT_FOUND" ? missing : "That could not be loaded"}
          description={messageOf(error)}
          action={<Button onClick={onRetry}>Try again</Button>}
        />
      )}
    </Panel>
  );
}
