import type { AdminUser } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import type { Column } from "../shell/data-table.tsx";
import { Moment } from "../shell/moment.tsx";
import { UserBadges } from "./user-badges.tsx";

const muted = (text: string | null) => <span className="chat:text-muted">{text ?? "none"}</span>;

export const userColumns: readonly Column<AdminUser>[] = [
  {
    id: "name",
    header: "Name",
    isSortable: true,
    cell: (user) => (
      <span className="chat:flex chat:min-w-0 chat:items-center chat:gap-2.5">
        <Avatar id={user.id} name={user.name} image={user.image} size={24} presence={user.online ? "online" : "offline"} />
        <bdi className="chat:truncate chat:font-medium">{user.name}</bdi>
        {user.online && <span className="chat:sr-only">online</span>}
      </span>
    ),
  },
  { id: "state", header: "State", cell: (user) => <UserBadges user={user} /> },
  { id: "email", header: "E-mail", isWide: true, cell: (user) => muted(user.email) },
  {
    id: "cases",
    header: "Open cases",
    isEnd: true,
    isWide: true,
    cell: (user) => (user.openCases === 0 ? muted("0") : <span className="chat:text-danger-text">{user.openCases}</span>),
  },
  { id: "lastSeenAt", header: "Last seen", isSortable: true, isWide: true, cell: (user) => <Moment at={user.lastSeenAt} /> },
  { id: "createdAt", header: "Joined", isSortable: true, isWide: true, cell: (user) => <Moment at={user.createdAt} /> },
  { id: "messages", header: "Messages", isEnd: true, isWide: true, isExtra: true, cell: (user) => user.messages ?? "…" },
  { id: "issuer", header: "From", isWide: true, isExtra: true, cell: (user) => muted(user.issuer) },
  { id: "externalId", header: "External id", isWide: true, isExtra: true, cell: (user) => muted(user.externalId) },
];
