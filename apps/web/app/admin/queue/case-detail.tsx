"use client";

import type { CaseAction, CaseDetail as Detail, ReportCase } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { IconButton } from "@chat/ui/icon-button";
import { Skeleton } from "@chat/ui/skeleton";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { ConsoleLink, groupHref, personHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { useStaff } from "../shell/staff.tsx";
import { messageOf } from "../shell/trpc.tsx";
import { CaseActions, refusalOf } from "./case-actions.tsx";
import { CaseBadges, DueTime } from "./case-badges.tsx";
import { CaseMessages } from "./case-messages.tsx";
import { PersonHistory } from "./person-history.tsx";
import { decidedName, priorities, reasonName } from "./words.ts";

export interface CaseDetailProps {
  detail: Detail | undefined;
  error: unknown;
  onRetry: () => void;
  onBack: () => void;
  onAct: (action: CaseAction) => void;
  onAssign: (assigneeId: string | null) => void;
  onPriority: (priority: number) => void;
}

/** All that one needs to decide a case. */
export function CaseDetail({ detail, error, onRetry, onBack, ...actions }: CaseDetailProps) {
  return (
    <section aria-label="Case" className="chat:flex chat:h-full chat:min-h-0 chat:flex-col">
      <header className="chat:flex chat:min-h-12 chat:shrink-0 chat:items-center chat:gap-2 chat:border-b chat:border-border chat:px-4 chat:py-2">
        <IconButton
          label="Back to the queue"
          icon={<ArrowLeft size={18} aria-hidden />}
          tooltip={false}
          onClick={onBack}
          className="chat:lg:hidden"
        />
        <h2 className="chat:flex chat:min-w-0 chat:flex-1 chat:flex-wrap chat:items-center chat:gap-x-2 chat:gap-y-1 chat:text-base chat:font-semibold">
          {detail === undefined ? <Skeleton className="chat:h-4 chat:w-40" /> : <Title found={detail.case} />}
        </h2>
      </header>
      {detail !== undefined ? (
        <Body detail={detail} {...actions} />
      ) : error === null ? (
        <CaseSkeleton />
      ) : (
        <EmptyState
          title="This case could not be loaded"
          description={messageOf(error)}
          action={<Button onClick={onRetry}>Try again</Button>}
        />
      )}
    </section>
  );
}

function CaseSkeleton() {
  return (
    <div role="status" aria-label="Loading…" className="chat:flex chat:flex-col chat:gap-5 chat:p-4">
      <Skeleton className="chat:h-7 chat:w-2/3" />
      <Skeleton className="chat:h-48 chat:rounded-xl" />
      <Skeleton className="chat:h-24 chat:rounded-xl" />
    </div>
  );
}

function Title({ found }: { found: ReportCase }) {
  const { target, user, channel } = found;
  return (
    <>
      <span className="chat:min-w-0 chat:wrap-anywhere">
        {target === "message" ? "Message of " : ""}
        <ConsoleLink href={personHref(user.id)}>
          <bdi>{user.name}</bdi>
        </ConsoleLink>
        {channel !== null && (
          <span className="chat:font-normal chat:text-muted">
            {" "}
            in <Place channel={channel} />
          </span>
        )}
      </span>
      <CaseBadges found={found} />
    </>
  );
}

function Place({ channel: { id, name, type } }: { channel: NonNullable<ReportCase["channel"]> }) {
  if (type !== "group") return type === "thread" ? "a thread" : "a direct message";
  return (
    <ConsoleLink href={groupHref(id)}>
      <bdi>{name}</bdi>
    </ConsoleLink>
  );
}

type BodyProps = Omit<CaseDetailProps, "detail" | "error" | "onRetry" | "onBack"> & { detail: Detail };

function Body({ detail, onAct, onAssign, onPriority }: BodyProps) {
  const { case: found, reports, decisions, messages, person, reporters } = detail;
  const refusal = refusalOf(found, useStaff());
  return (
    <>
      <div className="chat:flex chat:shrink-0 chat:flex-wrap chat:items-center chat:gap-2 chat:border-b chat:border-border chat:px-4 chat:py-2.5">
        <CaseActions found={found} onAct={onAct} onAssign={onAssign} />
        <span className="chat:ms-auto chat:flex chat:items-center chat:gap-2 chat:text-xs chat:text-muted">
          <DueTime found={found} />
          {found.resolvedAt === null && (
            <select
              aria-label="Priority"
              value={found.priority}
              disabled={refusal !== null}
              onChange={({ currentTarget: { value } }) => onPriority(Number(value))}
              className="chat:h-7 chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-1.5 chat:text-xs chat:text-text"
            >
              {priorities.map((name, index) => (
                <option key={name} value={index}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </span>
      </div>
      <div
        tabIndex={0}
        role="region"
        aria-label="Details"
        className="chat-scroll chat:flex chat:min-h-0 chat:flex-1 chat:flex-col chat:gap-5 chat:overflow-y-auto chat:p-4 chat:-outline-offset-2"
      >
        {messages.length > 0 && (
          <Part title="What was said">
            <CaseMessages messages={messages} />
          </Part>
        )}
        <Part title={reports.length === 1 ? "1 report" : `${reports.length} reports`}>
          <ul className="chat:flex chat:flex-col chat:gap-2 chat:text-sm">
            {reports.map(({ id, reporter, reason, comment, createdAt }) => (
              <li key={id}>
                <p className="chat:wrap-anywhere">
                  {reporter === null ? (
                    <span className="chat:font-medium">A rule</span>
                  ) : (
                    <ConsoleLink href={personHref(reporter.id)}>
                      <bdi>{reporter.name}</bdi>
                    </ConsoleLink>
                  )}
                  : {reasonName(reason)}{" "}
                  <span className="chat:text-xs chat:text-muted">
                    <Moment at={createdAt} />
                  </span>
                </p>
                {comment !== "" && (
                  <p dir="auto" className="chat:wrap-anywhere chat:text-muted">
                    {comment}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Part>
        {decisions.length > 0 && (
          <Part title="Decisions">
            <ul className="chat:flex chat:flex-col chat:gap-1 chat:text-sm">
              {decisions.map(({ id, by, action, reason, note, createdAt, undoneAt }) => (
                <li key={id} className={`chat:wrap-anywhere ${undoneAt === null ? "" : "chat:text-muted"}`}>
                  <bdi className="chat:font-medium">{by.name}</bdi>: {decidedName(action)}
                  {undoneAt !== null && ", taken back"}{" "}
                  <span className="chat:text-xs chat:text-muted">
                    <Moment at={createdAt} />
                  </span>
                  {[reason, note].some((text) => text !== "") && (
                    <span dir="auto" className="chat:block chat:wrap-anywhere chat:text-muted">
                      {[reason, note].filter((text) => text !== "").join(" · ")}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        )}
        <Part title="From earlier">
          <PersonHistory history={person} title="reported" />
          {reporters.map((history) => (
            <PersonHistory key={history.user.id} history={history} title="reporter" />
          ))}
        </Part>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="chat:flex chat:flex-col chat:gap-2">
      <h3 className="chat:text-xs chat:font-semibold chat:text-muted">{title}</h3>
      {children}
    </div>
  );
}
