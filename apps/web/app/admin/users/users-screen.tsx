"use client";

import type { AdminUser } from "@chat/contract";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "../shell/data-table.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { ScreenFrame } from "../shell/screen.tsx";
import { useStaff } from "../shell/staff.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { CreateUser } from "./create-user.tsx";
import { ExportUsers } from "./export-users.tsx";
import { InvitePeople } from "./invite-people.tsx";
import { userColumns } from "./user-columns.tsx";
import { UserFilters } from "./user-filters.tsx";
import { UserPanel } from "./user-panel.tsx";
import { noFilters, toFilter, toSort } from "./user-query.ts";

const none: ReadonlySet<string> = new Set();
const nameOf = ({ name, email }: AdminUser) => (email === null ? name : `${name}, ${email}`);

/** Everybody: found by any part of name, e-mail or id, one or many acted upon. */
export function UsersScreen() {
  const { role } = useStaff();
  const trpc = useTRPC();
  const [filters, setFilters] = useUrlState(noFilters);
  const [selected, setSelected] = useState(none);
  // Nobody is acted upon whom the list does not show any more.
  const filterKey = JSON.stringify(toFilter(filters));
  const [chosenIn, setChosenIn] = useState(filterKey);
  if (chosenIn !== filterKey) {
    setChosenIn(filterKey);
    setSelected(none);
  }
  const [withMessages, setWithMessages] = useState(false);
  const input = { ...toFilter(filters), sort: toSort(filters), withMessages };
  const query = useInfiniteQuery(
    trpc.admin.user.list.infiniteQueryOptions(input, { getNextPageParam: nextCursor, placeholderData: keepPreviousData }),
  );
  const rows = useRows(query);
  return (
    <ScreenFrame
      title="Users"
      actions={
        role === "admin" && (
          <>
            <ExportUsers filter={toFilter(filters)} />
            <InvitePeople />
            <CreateUser onCreated={(id) => setFilters({ id }, true)} />
          </>
        )
      }
      filters={<UserFilters filters={filters} onChange={setFilters} />}
      panel={filters.id !== "" && <UserPanel key={filters.id} userId={filters.id} onClose={() => setFilters({ id: "" }, true)} />}
    >
      <DataTable
        name="Users"
        columns={userColumns}
        rows={rows}
        nameOf={nameOf}
        sort={toSort(filters)}
        onSort={(sort) => setFilters({ sort })}
        onOpen={({ id }) => setFilters({ id }, true)}
        openId={filters.id}
        selected={selected}
        onSelect={setSelected}
        onColumns={(hidden) => setWithMessages(!hidden.has("messages"))}
        empty={{ title: "Nobody is found", description: "Try another part of the name, e\u2011mail or id, or fewer filters." }}
      />
      {selected.size > 0 && <BulkBar userIds={[...selected]} onDone={() => setSelected(none)} />}
    </ScreenFrame>
  );
}
