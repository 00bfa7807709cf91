"use client";

import type { TimelineEntry } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Skeleton } from "@chat/ui/skeleton";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { decidedName, reasonName } from "../queue/words.ts";
import { caseHref, ConsoleLink, groupHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { nextCursor, useRows } from "../shell/rows.ts";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { deviceOf } from "../shell/device-of.ts";

function say({ kind, text, channelId, caseId }: TimelineEntry): ReactNode {
  const group = (
    <Linked href={channelId && groupHref(channelId)}>
      <bdi>{text}</bdi>
    </Linked>
  );
  const reported = <Linked href={caseId && caseHref(caseId, false)}>{reasonName(text)}</Linked>;
  switch (kind) {
    case "signed-up":
      return text === "local" || text === "erased" ? "Signed up" : `Came from ${text}`;
    case "joined":
      return text === "" ? "Began a direct message" : <>Joined {group}</>;
    case "left":
      return text === "" ? "Left a direct message" : <>Left {group}</>;
    case "reported":
      return <>Reported somebody: {reported}</>;
    case "was-reported":
      return <>Was reported: {reported}</>;
    case "case-resolved":
      return (
        <>
          A case was resolved: <Linked href={caseId && caseHref(caseId, true)}>{decidedName(text)}</Linked>
        </>
      );
    case "sanctioned":
      return (
        <>
          Got a <Linked href={caseId && caseHref(caseId, true)}>{text}</Linked>
        </>
      );
    case "sanction-lifted":
      return `The ${text} was lifted`;
    case "session":
      return `Signed in: ${deviceOf(text)}`;
  }
}

function Linked({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? children : <ConsoleLink href={href}>{children}</ConsoleLink>;
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
