import type { ExportAudit } from "@chat/contract";

/** What the address holds; `entry` is the one whose details are open. */
export const noFilters = { action: "", actor: "", type: "", target: "", from: "", to: "", entry: "" };
export type AuditFilters = Readonly<Record<keyof typeof noFilters, string>>;

/** The parts of the console whose actions are told, by how their names begin. */
export const actionOptions = [
  { value: "admin.user", label: "People" },
  { value: "admin.group", label: "Groups" },
  { value: "admin.report", label: "Queue" },
  { value: "admin.sanction", label: "Sanctions" },
  { value: "admin.appeal", label: "Appeals" },
  { value: "admin.rule", label: "Rules" },
  { value: "admin.setting", label: "Settings" },
  { value: "admin.message", label: "Messages" },
  { value: "admin.invite", label: "Invites" },
  { value: "admin.session", label: "Staff sessions" },
  { value: "admin.audit", label: "Audit log" },
] as const;

export const targetOptions = [
  { value: "user", label: "Person" },
  { value: "channel", label: "Group" },
  { value: "message", label: "Message" },
  { value: "case", label: "Case" },
  { value: "sanction", label: "Sanction" },
  { value: "appeal", label: "Appeal" },
  { value: "rule", label: "Rule" },
  { value: "setting", label: "Setting" },
  { value: "session", label: "Session" },
  { value: "invite", label: "Invite" },
] as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether somebody can be looked for by it. */
export const isActor = (actor: string) => actor === "" || uuid.test(actor);

/** What the server is asked for. Days are the reader's own, the last one whole. */
export function toFilter({ action, actor, type, target, from, to }: AuditFilters): ExportAudit {
  return {
    ...(action !== "" && { action }),
    ...(actor !== "" && { actorId: actor }),
    ...(type !== "" && { targetType: type }),
    ...(target !== "" && { targetId: target }),
    ...momentOf("from", from, 0),
    ...momentOf("to", to, 1),
  };
}

function momentOf(name: "from" | "to", day: string, daysLater: number): { from?: string; to?: string } {
  const at = new Date(`${day}T00:00:00`);
  if (day === "" || Number.isNaN(at.getTime())) return {};
  at.setDate(at.getDate() + daysLater);
  return { [name]: at.toISOString() };
}
