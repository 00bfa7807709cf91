"use client";

import type { ReportCase } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Menu } from "@chat/ui/menu";
import { useAssignees } from "./use-assignees.ts";

/** Gives a case to somebody of the staff; not to whom it is about. */
export function AssignMenu({ found, onAssign }: { found: ReportCase; onAssign: (assigneeId: string) => void }) {
  const people = useAssignees().filter(({ id }) => id !== found.user.id);
  if (people.length === 0) return null;
  return (
    <Menu
      label="Assign to"
      align="start"
      items={people.map(({ id, name }) => ({
        id,
        label: name,
        checked: id === found.assignee?.id,
        onSelect: () => {
          if (id !== found.assignee?.id) onAssign(id);
        },
      }))}
      trigger={
        <Button size="sm" className="chat:max-md:h-9 chat:max-md:text-sm">
          {found.assignee === null ? "Assign…" : `For ${found.assignee.name}`}
        </Button>
      }
    />
  );
}
