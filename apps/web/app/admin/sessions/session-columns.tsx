import type { StaffSession } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import { Badge } from "@chat/ui/badge";
import type { Column } from "../shell/data-table.tsx";
import { deviceOf } from "../shell/device-of.ts";
import { Moment } from "../shell/moment.tsx";
import { RevokeSession } from "./revoke-session.tsx";

export const sessionColumns: readonly Column<StaffSession>[] = [
  {
    id: "person",
    header: "Person",
    cell: ({ user, role }) => (
      <span className="chat:flex chat:min-w-0 chat:items-center chat:gap-2.5">
        <Avatar id={user.id} name={user.name} image={user.image} size={24} />
        <bdi className="chat:truncate chat:font-medium">{user.name}</bdi>
        <Badge>{role}</Badge>
      </span>
    ),
  },
  {
    id: "device",
    header: "Device",
    isWide: true,
    cell: ({ userAgent }) => <span title={userAgent ?? undefined}>{deviceOf(userAgent)}</span>,
  },
  { id: "address", header: "Address", isWide: true, cell: ({ ipAddress }) => ipAddress ?? "unknown" },
  { id: "createdAt", header: "Signed in", isWide: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { id: "updatedAt", header: "Last used", isWide: true, cell: ({ updatedAt }) => <Moment at={updatedAt} /> },
  { id: "action", header: "Action", cell: (session) => <RevokeSession session={session} /> },
];
