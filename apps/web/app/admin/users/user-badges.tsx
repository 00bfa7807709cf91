import type { AdminUser } from "@chat/contract";
import { Badge } from "@chat/ui/badge";

type Stated = Pick<AdminUser, "issuer" | "deactivatedAt" | "isBanned" | "isMuted" | "role">;

/** What is not usual about somebody: their role, and what keeps them out or silent. */
export function UserBadges({ user }: { user: Stated }) {
  return (
    <span className="chat:inline-flex chat:gap-1">
      {user.role !== "user" && <Badge tone="neutral">{user.role}</Badge>}
      {user.issuer === "erased" ? (
        <Badge tone="muted">erased</Badge>
      ) : (
        user.deactivatedAt !== null && <Badge tone="muted">deactivated</Badge>
      )}
      {user.isBanned && <Badge tone="danger">banned</Badge>}
      {user.isMuted && <Badge tone="warning">muted</Badge>}
    </span>
  );
}
