"use client";

import type { AuditEntry } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { exactTime } from "../shell/moment.tsx";
import { Panel } from "../shell/panel.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { UnloadedPanel } from "../shell/unloaded-panel.tsx";
import { changesOf, EntryChanges } from "./entry-changes.tsx";
import { Outcome } from "./outcome.tsx";

interface EntryPanelProps {
  entryId: string;
  /** The same, where the list holds it. */
  loaded: AuditEntry | undefined;
  onClose: () => void;
  /** Shows only what this person did, or what was done about this target. */
  onActor: (id: string) => void;
  onTarget: (id: string) => void;
}

/** All that an entry says. */
export function EntryPanel({ entryId, loaded, onClose, onActor, onTarget }: EntryPanelProps) {
  // An entry never changes.
  const { data, error, refetch } = useQuery(
    useTRPC().admin.audit.get.queryOptions({ entryId }, { enabled: loaded === undefined, staleTime: Infinity }),
  );
  const entry = loaded ?? data;
  if (entry === undefined)
    return (
      <UnloadedPanel error={error} missing="There is no entry with this id" onRetry={() => void refetch()} onClose={onClose} />
    );
  const { actor, targetId } = entry;
  const changes = changesOf(entry.detail);
  return (
    <Panel
      title={entry.action}
      onClose={onClose}
      actions={
        <>
          {actor !== null && (
            <Button size="sm" onClick={() => onActor(actor.id)}>
              All by {actor.name}
            </Button>
          )}
          {targetId !== null && (
            <Button size="sm" onClick={() => onTarget(targetId)}>
              All about this {entry.targetType}
            </Button>
          )}
        </>
      }
    >
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-2 chat:text-sm">
        <Fact name="Entry">{entry.id}</Fact>
        <Fact name="When">{exactTime(entry.at)}</Fact>
        <Fact name="Who">
          <span dir="auto">{actor === null ? "The server" : actor.name}</span>
        </Fact>
        <Fact name="About">{entry.targetType === null ? "nothing" : `${entry.targetType} ${targetId ?? ""}`}</Fact>
        <Fact name="Outcome">
          <Outcome outcome={entry.detail["outcome"]} />
        </Fact>
        <Fact name="Request">{entry.requestId ?? "none"}</Fact>
        <Fact name="Hash">{entry.hash}</Fact>
      </dl>
      {changes !== null && <EntryChanges changes={changes} />}
      <h3 className="chat:mt-4 chat:mb-1 chat:text-xs chat:font-medium">What was asked</h3>
      <pre
        tabIndex={0}
        aria-label="What was asked"
        className="chat-scroll chat:overflow-auto chat:rounded-lg chat:bg-surface chat:p-3 chat:font-mono chat:text-xs chat:whitespace-pre-wrap chat:wrap-anywhere"
      >
        {JSON.stringify(changes === null ? entry.detail : { ...entry.detail, changes: undefined }, null, 2)}
      </pre>
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="chat:text-muted">{name}</dt>
      <dd className="chat:wrap-anywhere">{children}</dd>
    </>
  );
}
