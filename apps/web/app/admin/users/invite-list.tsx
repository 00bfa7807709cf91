"use client";

import type { Invite } from "@chat/contract";
import { Badge } from "@chat/ui/badge";
import { Button } from "@chat/ui/button";
import { Skeleton } from "@chat/ui/skeleton";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Moment } from "../shell/moment.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** The invites that were made, the latest first. */
export function InviteList() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.admin.invite.list.infiniteQueryOptions({ limit: 20 }, { getNextPageParam: nextCursor }));
  const rows = useRows(query);
  if (rows.isLoading) return <Skeleton className="chat:h-12" />;
  if (rows.error !== null)
    return (
      <p role="alert" className="chat:flex chat:items-center chat:gap-2 chat:text-sm chat:text-danger-text">
        {messageOf(rows.error)}
        <Button size="sm" onClick={rows.retry}>
          Try again
        </Button>
      </p>
    );
  if (rows.items.length === 0) return null;
  return (
    <section aria-labelledby="invites">
      <h3 id="invites" className="chat:mb-1 chat:text-xs chat:text-muted">
        Made before
      </h3>
      <ul className="chat:flex chat:flex-col">
        {rows.items.map((invite) => (
          <InviteLine key={invite.id} invite={invite} />
        ))}
      </ul>
      {rows.hasMore && (
        <Button size="sm" variant="ghost" pending={rows.isLoadingMore} onClick={rows.loadMore}>
          Load more
        </Button>
      )}
    </section>
  );
}

function InviteLine({ invite }: { invite: Invite }) {
  const { id: inviteId, email, role, createdBy, expiresAt, usedBy, usedAt } = invite;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const revoke = useMutation(
    trpc.admin.invite.revoke.mutationOptions({
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
      onSettled: () => queryClient.invalidateQueries(trpc.admin.invite.pathFilter()),
    }),
  );
  const whom = email ?? "Anybody with the link";
  return (
    <li className="chat:flex chat:min-h-11 chat:items-center chat:gap-2 chat:border-t chat:border-border chat:py-1 chat:text-sm">
      <span className="chat:min-w-0 chat:flex-1">
        <span className="chat:block chat:truncate">{whom}</span>
        <span className="chat:block chat:truncate chat:text-xs chat:text-muted">
          By {createdBy},{" "}
          {usedAt === null ? (
            <>
              ends <Moment at={expiresAt} />
            </>
          ) : (
            <>
              used by {usedBy ?? "somebody"} <Moment at={usedAt} />
            </>
          )}
        </span>
      </span>
      {role !== "user" && <Badge>{role}</Badge>}
      {usedAt === null && (
        <Button
          size="sm"
          pending={revoke.isPending}
          aria-label={`Revoke the invite of ${whom}`}
          onClick={() => revoke.mutate({ inviteId })}
        >
          Revoke
        </Button>
      )}
    </li>
  );
}
