"use client";

import type { AuditEntry, ExportAudit } from "@chat/contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { DataTable, type Column } from "../shell/data-table.tsx";
import { Moment } from "../shell/moment.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { AuditFilterBar } from "./audit-filter-bar.tsx";
import { isActor, noFilters, toFilter } from "./audit-filter.ts";
import { EntryPanel } from "./entry-panel.tsx";
import { ExportAuditButton } from "./export-audit.tsx";
import { Outcome } from "./outcome.tsx";
import { VerifyChain } from "./verify-chain.tsx";

const columns: readonly Column<AuditEntry>[] = [
  { id: "at", header: "When", cell: ({ at }) => <Moment at={at} /> },
  { id: "actor", header: "Who", isFilling: true, cell: ({ actor }) => <span dir="auto">{actor?.name ?? "The server"}</span> },
  { id: "action", header: "Action", cell: ({ action }) => action.replace(/^admin\./, "") },
  { id: "target", header: "About", isWide: true, cell: ({ targetType, targetId }) => targetOf(targetType, targetId) },
  { id: "outcome", header: "Outcome", isWide: true, cell: ({ detail }) => <Outcome outcome={detail["outcome"]} /> },
  { id: "request", header: "Request", isExtra: true, cell: ({ requestId }) => requestId ?? "" },
];

function targetOf(type: string | null, id: string | null): string {
  return type === null ? "" : `${type} ${id ?? ""}`.trim();
}

function emptyOf(filter: ExportAudit, isRight: boolean) {
  if (!isRight) return { title: "No entry fits", description: "What stands for who did it is no id." };
  if (Object.keys(filter).length > 0) return { title: "No entry fits", description: "Try fewer filters, or other days." };
  return { title: "Nothing was done yet", description: "What staff do stands here from then on." };
}

const nameOf = ({ actor, action }: AuditEntry) => `${action} by ${actor?.name ?? "the server"}`;

/** Everything that staff did, the latest first, each entry chained to the one before it. */
export function AuditScreen() {
  const trpc = useTRPC();
  const [filters, setFilters] = useUrlState(noFilters);
  const filter = toFilter(filters);
  const isRight = isActor(filters.actor);
  const query = useInfiniteQuery(
    trpc.admin.audit.list.infiniteQueryOptions(filter, {
      enabled: isRight,
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const found = useRows(query);
  // By no id nobody is found; what stood there before would be taken for the answer.
  const rows = isRight ? found : { ...found, items: [], isLoading: false, hasMore: false, isStale: false };
  return (
    <ScreenFrame
      title="Audit log"
      actions={
        <>
          <VerifyChain />
          <ExportAuditButton filter={filter} disabled={!isRight} />
        </>
      }
      filters={<AuditFilterBar filters={filters} onChange={setFilters} />}
      panel={
        filters.entry !== "" && (
          <EntryPanel
            key={filters.entry}
            entryId={filters.entry}
            loaded={rows.items.find(({ id }) => id === filters.entry)}
            onClose={() => setFilters({ entry: "" }, true)}
            onActor={(actor) => setFilters({ actor })}
            onTarget={(target) => setFilters({ target })}
          />
        )
      }
    >
      <DataTable
        name="Entries"
        columns={columns}
        rows={rows}
        nameOf={nameOf}
        onOpen={({ id }) => setFilters({ entry: id }, true)}
        openId={filters.entry}
        empty={emptyOf(filter, isRight)}
      />
    </ScreenFrame>
  );
}
