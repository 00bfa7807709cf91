import type { AdminGroup } from "@chat/contract";
import { Badge } from "@chat/ui/badge";

/** What is unusual about a group; a plain one has none. */
export function GroupBadges({ group }: { group: AdminGroup }) {
  const { type, visibility, frozenAt, archivedAt, postingPolicy, slowModeSeconds } = group;
  return (
    <span className="chat:flex chat:flex-wrap chat:gap-1">
      {type === "direct" ? <Badge tone="muted">direct</Badge> : <Badge tone="muted">{visibility}</Badge>}
      {archivedAt !== null && <Badge tone="muted">archived</Badge>}
      {frozenAt !== null && <Badge>frozen</Badge>}
      {postingPolicy === "moderators" && <Badge tone="muted">moderators write</Badge>}
      {slowModeSeconds > 0 && <Badge tone="muted">slow {slowModeSeconds} s</Badge>}
    </span>
  );
}
