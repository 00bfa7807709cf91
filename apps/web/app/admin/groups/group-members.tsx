"use client";

import type { AdminGroupDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Skeleton } from "@chat/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SearchFilter } from "../shell/filter-bar.tsx";
import { nextCursor } from "../shell/rows.ts";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { GroupMember } from "./group-member.tsx";

/** From so many members on there is a search. */
const searchFrom = 10;

/** Who is in a group, with what can be done about each. */
export function GroupMembers({ group }: { group: AdminGroupDetail }) {
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.admin.group.members.infiniteQueryOptions({ channelId: group.id, query }, { getNextPageParam: nextCursor }),
  );
  const members = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label="Members" className="chat:mt-5 chat:flex chat:flex-col chat:gap-2">
      <h3 className="chat:text-sm chat:font-semibold">
        Members <span className="chat:font-normal chat:text-muted">{group.memberCount.toLocaleString("en")}</span>
      </h3>
      {group.memberCount >= searchFrom && <SearchFilter label="Find a member" value={query} onChange={setQuery} />}
      {isPending && <Skeleton className="chat:h-24" />}
      {error && (
        <p role="alert" className="chat:flex chat:items-center chat:gap-2 chat:text-sm chat:text-danger-text">
          {messageOf(error)}
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!isPending && !error && members.length === 0 && <p className="chat:text-sm chat:text-muted">Nobody by that name.</p>}
      <ul>
        {members.map((member) => (
          <GroupMember key={member.user.id} group={group} member={member} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="sm" className="chat:self-start" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
