import type { CaseAction, ReportCase } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useStaff } from "../shell/staff.tsx";
import { AssignMenu } from "./assign-menu.tsx";
import { TakeOver } from "./take-over.tsx";
import { actionWords } from "./words.ts";

export interface CaseActionsProps {
  found: ReportCase;
  onAct: (action: CaseAction) => void;
  /** Null gives it back to all. */
  onAssign: (assigneeId: string | null) => void;
}

/** What can be done with a case, each with its key. */
export function CaseActions({ found, onAct, onAssign }: CaseActionsProps) {
  const me = useStaff();
  const reason = refusalOf(found, me);
  if (found.resolvedAt !== null) return null;
  if (reason !== null)
    return (
      <>
        <p className="chat:text-sm chat:text-muted">{reason}</p>
        {found.holder !== null && me.role === "admin" && <TakeOver caseId={found.id} />}
      </>
    );
  const isMine = found.assignee?.id === me.id;
  return (
    <>
      {actionsOf(found).map((action) => (
        <KeyButton key={action} label={actionWords[action].label} hint={actionWords[action].key} onClick={() => onAct(action)} />
      ))}
      <KeyButton label={isMine ? "Give back" : "Assign to me"} hint="a" onClick={() => onAssign(isMine ? null : me.id)} />
      <AssignMenu found={found} onAssign={onAssign} />
    </>
  );
}

/** Why this moderator cannot decide it, or null. */
export function refusalOf({ user, holder, isEscalated }: ReportCase, me: { id: string; role: string }): string | null {
  if (user.id === me.id) return "This case is about you: another moderator decides it.";
  if (isEscalated && me.role !== "admin") return "It was escalated, or is about one of the staff: an admin decides it.";
  if (holder !== null && holder.id !== me.id) return `${holder.name} works on it.`;
  return null;
}

export function actionsOf({ messageId, isEscalated }: ReportCase): CaseAction[] {
  return [
    "dismiss",
    ...(messageId === null ? [] : (["delete"] as const)),
    "warn",
    "mute",
    "ban",
    ...(isEscalated ? [] : (["escalate"] as const)),
  ];
}

function KeyButton({ label, hint, onClick }: { label: string; hint: string; onClick: () => void }) {
  return (
    <Button size="sm" aria-keyshortcuts={hint} onClick={onClick} className="chat:max-md:h-9 chat:max-md:text-sm">
      {label}
      <kbd aria-hidden className="chat:font-sans chat:text-muted chat:uppercase chat:max-md:hidden">
        {hint}
      </kbd>
    </Button>
  );
}
