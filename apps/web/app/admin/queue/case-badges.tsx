import type { ReportCase } from "@chat/contract";
import { Badge } from "@chat/ui/badge";
import { useState } from "react";
import { Moment } from "../shell/moment.tsx";
import { decidedName, priorities } from "./words.ts";

/** What is not usual about a case. */
export function CaseBadges({ found }: { found: ReportCase }) {
  const { priority, isEscalated, isHidden, resolution, resolvedAt } = found;
  return (
    <>
      {resolvedAt !== null && <Badge tone="muted">{decidedName(resolution)}</Badge>}
      {resolvedAt === null && priority > 0 && (
        <Badge tone={priority === 1 ? "warning" : "danger"}>{priorities[priority] ?? ""}</Badge>
      )}
      {isEscalated && <Badge tone="neutral">escalated</Badge>}
      {isHidden && <Badge tone="muted">hidden</Badge>}
    </>
  );
}

/** When a case should be decided, or was. */
export function DueTime({ found: { dueAt, resolvedAt } }: { found: ReportCase }) {
  const [now] = useState(() => Date.now());
  if (resolvedAt !== null)
    return (
      <span>
        decided <Moment at={resolvedAt} />
      </span>
    );
  const isOverdue = Date.parse(dueAt) < now;
  return (
    <span className={isOverdue ? "chat:font-medium chat:text-danger-text" : undefined}>
      {isOverdue ? "was due " : "due "}
      <Moment at={dueAt} />
    </span>
  );
}
