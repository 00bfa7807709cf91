"use client";

import type { ReportCase } from "@chat/contract";
import { withoutMentions } from "@chat/ui";
import { Avatar } from "@chat/ui/avatar";
import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import type { Ref } from "react";
import type { Rows } from "../shell/rows.ts";
import { useStaff } from "../shell/staff.tsx";
import { LoadMore } from "../shell/table-parts.tsx";
import { messageOf } from "../shell/trpc.tsx";
import { CaseBadges, DueTime } from "./case-badges.tsx";
import { reasonName } from "./words.ts";

export interface CaseListProps {
  /** Gets the focus where no case can have it. */
  ref: Ref<HTMLDivElement>;
  rows: Rows<ReportCase>;
  openId: string;
  onOpen: (id: string) => void;
}

const placeholders = ["a", "b", "c", "d", "e", "f"];

/** The cases of the queue, the most pressing first. */
export function CaseList({ ref, rows, openId, onOpen }: CaseListProps) {
  const { items, isLoading, isStale, error } = rows;
  if (error !== null && items.length === 0)
    return (
      <EmptyState
        title="The queue could not be loaded"
        description={messageOf(error)}
        action={<Button onClick={rows.retry}>Try again</Button>}
      />
    );
  return (
    <div
      ref={ref}
      tabIndex={0}
      role="region"
      aria-label="Cases"
      aria-busy={isLoading || isStale}
      className="chat-scroll chat:h-full chat:overflow-y-auto chat:-outline-offset-2"
    >
      {isLoading &&
        placeholders.map((id) => (
          <div key={id} className="chat:flex chat:flex-col chat:gap-2 chat:border-b chat:border-border chat:p-4">
            <Skeleton className="chat:h-3.5 chat:w-2/3" />
            <Skeleton className="chat:h-3 chat:w-full" />
          </div>
        ))}
      {isLoading && <p className="chat:sr-only">Loading…</p>}
      {items.length > 0 && (
        <ul className={isStale ? "chat:opacity-60" : undefined}>
          {items.map((found) => (
            <li key={found.id}>
              <CaseRow found={found} isOpen={found.id === openId} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {!isLoading && items.length === 0 && (
        <EmptyState title="Nothing waits here" description="What people report appears by itself." />
      )}
      <LoadMore rows={rows} />
    </div>
  );
}

function CaseRow({ found, isOpen, onOpen }: { found: ReportCase; isOpen: boolean; onOpen: (id: string) => void }) {
  const { id, user, target, text, reasons, reportCount, assignee } = found;
  const me = useStaff();
  const holder = found.holder?.id === me.id ? null : found.holder;
  return (
    <button
      type="button"
      data-case={id}
      aria-current={isOpen || undefined}
      onClick={() => onOpen(id)}
      className="chat:flex chat:w-full chat:flex-col chat:gap-1 chat:border-b chat:border-border chat:px-4 chat:py-2.5 chat:text-start chat:text-sm chat:-outline-offset-2 chat:hover:bg-hover chat:aria-[current=true]:bg-selected"
    >
      <span className="chat:flex chat:w-full chat:items-center chat:gap-2">
        <Avatar id={user.id} name={user.name} image={user.image} size={20} />
        <bdi className="chat:min-w-0 chat:truncate chat:font-medium">{user.name}</bdi>
        <span className="chat:ms-auto chat:flex chat:shrink-0 chat:gap-1">
          <CaseBadges found={found} />
        </span>
      </span>
      <span dir="auto" className="chat:line-clamp-2 chat:w-full chat:wrap-anywhere chat:text-muted">
        {target === "user" ? "The person was reported" : withoutMentions(text) || "A message without text"}
      </span>
      <span className="chat:flex chat:w-full chat:flex-wrap chat:gap-x-2 chat:text-xs chat:text-muted">
        <span>
          {reportCount === 1 ? "1 report" : `${reportCount} reports`}:{" "}
          {reasons.map(({ reason }) => reasonName(reason)).join(", ")}
        </span>
        <DueTime found={found} />
        {(holder ?? assignee) !== null && (
          <span className="chat:truncate">
            {holder === null ? "for" : "held by"} <bdi>{(holder ?? assignee)?.name}</bdi>
          </span>
        )}
      </span>
    </button>
  );
}
