"use client";

import type { TimelineEntry } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Skeleton } from "@chat/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Moment } from "../shell/moment.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { deviceOf } from "../shell/device-of.ts";

function say({ kind, text }: TimelineEntry): string {
  switch (kind) {
    case "signed-up":
      return text === "local" ? "Signed up" : `Came from ${text}`;
    case "joined":
      return text === "" ? "Began a direct message" : `Joined ${text}`;
    case "left":
      return text === "" ? "Left a direct message" : `Left ${text}`;
    case "reported":
      return `Reported somebody: ${text}`;
    case "was-reported":
      return `Was reported: ${text}`;
    case "case-resolved":
      return text === "" ? "A case was resolved" : `A case was resolved: ${text}`;
    case "sanctioned":
      return `Got a ${text}`;
    case "sanction-lifted":
      return `The ${text} was lifted`;
    case "session":
      return `Signed in: ${deviceOf(text)}`;
  }
}

/** What happened with somebody, the latest first. */
export function UserTimeline({ userId }: { userId: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.admin.user.timeline.infiniteQueryOptions({ userId, limit: 30 }, { getNextPageParam: nextCursor }),
  );
  const rows = useRows(query);
  return (
    <section aria-labelledby="user-timeline" className="chat:mt-6">
      <h3 id="user-timeline" className="chat:mb-2 chat:text-xs chat:text-muted">
        Timeline
      </h3>
      {rows.isLoading && <Skeleton className="chat:h-24" />}
      <ol className="chat:flex chat:flex-col chat:gap-2.5 chat:border-s chat:border-border chat:ps-3 chat:text-sm">
        {rows.items.map((entry) => (
          <li key={entry.id} className="chat:flex chat:flex-col">
            <span className="chat:wrap-anywhere">{say(entry)}</span>
            <span className="chat:text-xs chat:text-muted">
              <Moment at={entry.at} />
            </span>
          </li>
        ))}
      </ol>
      {rows.error !== null && (
        <p role="alert" className="chat:mt-2 chat:text-sm chat:text-danger-text">
          {messageOf(rows.error)}
        </p>
      )}
      {(rows.hasMore || rows.error !== null) && (
        <Button
          size="sm"
          variant="ghost"
          className="chat:mt-2"
          pending={rows.isLoadingMore}
          onClick={rows.error === null ? rows.loadMore : rows.retry}
        >
          {rows.error === null ? "Earlier" : "Try again"}
        </Button>
      )}
    </section>
  );
}
