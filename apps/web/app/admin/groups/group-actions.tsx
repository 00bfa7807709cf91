"use client";

import type { AdminGroupDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useState } from "react";
import { useStaff } from "../shell/staff.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { EditGroup } from "./edit-group.tsx";
import { useGroupActions } from "./use-group-actions.ts";

export interface GroupActionsProps {
  group: AdminGroupDetail;
  onRead: () => void;
  onDeleted: () => void;
}

/** What this moderator or admin may do to a group; of a direct message only to read it. */
export function GroupActions({ group, onRead, onDeleted }: GroupActionsProps) {
  const { role } = useStaff();
  const actions = useGroupActions(group);
  const [open, setOpen] = useState<"edit" | "delete" | null>(null);
  const read = (
    <Button size="sm" onClick={onRead}>
      Read messages…
    </Button>
  );
  if (group.type === "direct") return read;
  return (
    <>
      <Button size="sm" onClick={() => setOpen("edit")}>
        Edit
      </Button>
      {read}
      <Button size="sm" disabled={actions.isPending} onClick={group.frozenAt === null ? actions.freeze : actions.unfreeze}>
        {group.frozenAt === null ? "Freeze" : "Unfreeze"}
      </Button>
      <Button size="sm" disabled={actions.isPending} onClick={group.archivedAt === null ? actions.archive : actions.unarchive}>
        {group.archivedAt === null ? "Archive" : "Reopen"}
      </Button>
      {role === "admin" && (
        <Button size="sm" variant="danger" onClick={() => setOpen("delete")}>
          Delete…
        </Button>
      )}
      {open === "edit" && <EditGroup group={group} onClose={() => setOpen(null)} />}
      {open === "delete" && <DeleteGroup group={group} onClose={() => setOpen(null)} onDeleted={onDeleted} />}
    </>
  );
}
