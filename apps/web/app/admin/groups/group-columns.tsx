import type { AdminGroup } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import type { Column } from "../shell/data-table.tsx";
import { Moment } from "../shell/moment.tsx";
import { GroupBadges } from "./group-badges.tsx";

const count = (number: number) => number.toLocaleString("en");

export const groupColumns: readonly Column<AdminGroup>[] = [
  {
    id: "name",
    header: "Name",
    isSortable: true,
    cell: (group) => (
      <span className="chat:flex chat:min-w-0 chat:items-center chat:gap-2.5">
        <Avatar id={group.id} name={group.name} image={group.image} size={24} shape="square" />
        <bdi className="chat:truncate chat:font-medium">{group.name}</bdi>
      </span>
    ),
  },
  { id: "state", header: "State", cell: (group) => <GroupBadges group={group} /> },
  { id: "members", header: "Members", isSortable: true, isEnd: true, isWide: true, cell: (group) => count(group.memberCount) },
  { id: "messages", header: "Messages", isSortable: true, isEnd: true, isWide: true, cell: (group) => count(group.messageCount) },
  {
    id: "activity",
    header: "Last activity",
    isSortable: true,
    isWide: true,
    cell: (group) => <Moment at={group.lastActivityAt} />,
  },
  { id: "created", header: "Made", isSortable: true, isWide: true, cell: (group) => <Moment at={group.createdAt} /> },
];
