import type { StaffSanction } from "@chat/contract";
import { Badge } from "@chat/ui/badge";
import type { Column } from "../shell/data-table.tsx";
import { Moment } from "../shell/moment.tsx";

const tones = { ban: "danger", mute: "warning", warning: "muted" } as const;

export function SanctionBadge({ type }: Pick<StaffSanction, "type">) {
  return <Badge tone={tones[type]}>{type}</Badge>;
}

export const placeOf = ({ channel }: Pick<StaffSanction, "channel">) =>
  channel === null ? "everywhere" : (channel.name ?? "a direct message");

export const sanctionColumns: readonly Column<StaffSanction>[] = [
  { id: "person", header: "Person", cell: ({ user }) => <bdi className="chat:font-medium">{user.name}</bdi> },
  { id: "type", header: "What", cell: (row) => <SanctionBadge type={row.type} /> },
  { id: "reason", header: "Reason", isFilling: true, cell: ({ reason }) => <bdi>{reason}</bdi> },
  { id: "where", header: "Where", isWide: true, cell: (row) => <bdi>{placeOf(row)}</bdi> },
  { id: "by", header: "By", isWide: true, cell: ({ by }) => <bdi>{by?.name ?? "the server"}</bdi> },
  { id: "since", header: "Since", isWide: true, cell: ({ createdAt }) => <Moment at={createdAt} /> },
  {
    id: "until",
    header: "Until",
    cell: ({ until, liftedAt, type }) =>
      liftedAt === null ? (
        <Moment at={until} fallback={type === "warning" ? "it is seen" : "for good"} />
      ) : (
        <span>
          lifted <Moment at={liftedAt} />
        </span>
      ),
  },
  { id: "appeal", header: "Appeal", isWide: true, cell: ({ appeal }) => appeal?.state ?? "" },
];
