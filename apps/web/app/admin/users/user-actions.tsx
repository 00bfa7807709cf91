"use client";

import type { AdminUserDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Menu } from "@chat/ui/menu";
import { useState } from "react";
import { useStaff } from "../shell/staff.tsx";
import { EraseUser } from "./erase-user.tsx";
import { EditUser } from "./edit-user.tsx";
import { SanctionUser } from "./sanction-user.tsx";
import { useUserActions } from "./use-user-actions.ts";

const roles = ["user", "moderator", "admin"] as const;

/** What this moderator or admin may do to somebody; nothing to themselves, and a moderator nothing to staff. */
export function UserActions({ user }: { user: AdminUserDetail }) {
  const [isErasing, setIsErasing] = useState(false);
  return (
    <>
      <Actions user={user} onErase={() => setIsErasing(true)} />
      {/* Here, since it lasts longer than the actions of somebody who is not erased yet. */}
      {isErasing && <EraseUser user={user} onClose={() => setIsErasing(false)} />}
    </>
  );
}

function Actions({ user, onErase }: { user: AdminUserDetail; onErase: () => void }) {
  const me = useStaff();
  const actions = useUserActions(user);
  const [isEditing, setIsEditing] = useState(false);
  if (user.id === me.id) return <p className="chat:text-sm chat:text-muted">This is you: change yourself in the chat.</p>;
  if (me.role !== "admin" && user.role !== "user")
    return <p className="chat:text-sm chat:text-muted">{user.name} is staff: only an admin may act here.</p>;
  if (user.issuer === "erased")
    return (
      <>
        <p className="chat:text-sm chat:text-muted">This person was erased.</p>
        {me.role === "admin" && user.messages !== null && user.messages > 0 && (
          <Button size="sm" variant="danger" onClick={onErase}>
            Delete remaining messages…
          </Button>
        )}
      </>
    );
  return (
    <>
      {user.issuer === "local" && (
        <Button size="sm" onClick={() => setIsEditing(true)}>
          Edit
        </Button>
      )}
      {me.role === "admin" && user.issuer === "local" && (
        <Menu
          label="Role"
          align="start"
          items={roles.map((role) => ({
            id: role,
            label: role,
            checked: user.role === role,
            onSelect: () => {
              if (role !== user.role) actions.setRole(role);
            },
          }))}
          trigger={<Button size="sm">Role: {user.role}</Button>}
        />
      )}
      {user.deactivatedAt === null && <SanctionUser user={user} />}
      {user.sessions.length > 0 && (
        <Button size="sm" disabled={actions.isPending} onClick={actions.signOut}>
          Sign out everywhere
        </Button>
      )}
      {user.deactivatedAt === null ? (
        <Button size="sm" variant="danger" disabled={actions.isPending} onClick={actions.deactivate}>
          Deactivate
        </Button>
      ) : (
        <Button size="sm" disabled={actions.isPending} onClick={actions.reactivate}>
          Reactivate
        </Button>
      )}
      {me.role === "admin" && (
        <Button size="sm" variant="ghost" onClick={onErase}>
          Erase…
        </Button>
      )}
      {isEditing && <EditUser user={user} onClose={() => setIsEditing(false)} />}
    </>
  );
}
