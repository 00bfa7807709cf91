"use client";

import type { ActOnCase, CaseAction, ReportCase } from "@chat/contract";
import { EmptyState } from "@chat/ui/empty-state";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { ScreenFrame } from "../shell/screen.tsx";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC, useTRPCClient } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { actionsOf, refusalOf } from "./case-actions.tsx";
import { CaseDetail } from "./case-detail.tsx";
import { CaseList } from "./case-list.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import { noFilters, toListed } from "./queue-query.ts";
import { useDecide } from "./use-decide.ts";
import { useHold } from "./use-hold.ts";
import { useQueue } from "./use-queue.ts";
import { useQueueKeys } from "./use-queue-keys.ts";

/** A line may break between its parts, and nowhere within one. */
const keysHint = ["j and k go through the queue;", "d dismisses,", "x w m b e decide,", "u takes back."]
  .map((part) => part.replaceAll(" ", "\u00a0"))
  .join(" ");

/** What people reported: a list, and beside it the case that is worked on; on a phone one of the two. */
export function QueueScreen() {
  const me = useStaff();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [filters, setFilters] = useUrlState(noFilters);
  const { rows, counts } = useQueue(toListed(filters, me.id));
  const [asking, setAsking] = useState<CaseAction | null>(null);
  const isConfirmed = useRef(false);
  const list = useRef<HTMLDivElement>(null);

  const openId = filters.case;
  /** The focus goes along with the open case, or to the list where none is. */
  const focusCase = useCallback((id: string) => {
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-case="${id}"]`) ?? list.current;
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: "nearest" });
    });
  }, []);
  const open = useCallback(
    (id: string, isStep = false) => {
      setFilters({ case: id }, isStep);
      focusCase(id);
    },
    [setFilters, focusCase],
  );
  const { gone, decide, undo } = useDecide((found) => open(found.id));
  const items = useMemo(() => rows.items.filter(({ id }) => !gone.has(id)), [rows.items, gone]);
  const query = useQuery(trpc.admin.report.get.queryOptions({ caseId: openId }, { enabled: openId !== "" }));
  const detail = query.data?.case.id === openId ? query.data : undefined;
  const found: ReportCase | undefined = detail?.case ?? items.find(({ id }) => id === openId);
  const mayDecide = found !== undefined && found.resolvedAt === null && refusalOf(found, me) === null;
  useHold(mayDecide ? found.id : null);

  const move = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === openId);
    const next = at < 0 ? items[0] : items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (next === undefined) return;
    open(next.id);
    if (next === items.at(-1) && rows.hasMore && !rows.isLoadingMore) rows.loadMore();
  };
  /** The case is done with: the next one opens, or the one before. */
  const leave = (id: string) => {
    const at = items.findIndex((one) => one.id === id);
    const next = items[at + 1] ?? items[at - 1];
    open(next?.id === id ? "" : (next?.id ?? ""));
  };
  const conclude = (input: Omit<ActOnCase, "caseId">) => {
    if (found === undefined) return;
    setAsking(null);
    leave(found.id);
    decide(found, input);
  };
  const act = (action: CaseAction) => {
    if (!mayDecide || !actionsOf(found).includes(action)) return;
    isConfirmed.current = false;
    setAsking(action);
  };
  const confirmAhead = () => {
    if (asking === null) return false;
    isConfirmed.current = true;
    return true;
  };
  const change = async (call: Promise<unknown>) => {
    try {
      await call;
    } catch (error) {
      toast({ text: messageOf(error), isProblem: true });
    }
    await queryClient.invalidateQueries(trpc.admin.report.pathFilter());
  };
  const assign = (assigneeId: string | null) => {
    if (!mayDecide) return;
    void change(client.admin.report.assign.mutate({ caseId: found.id, assigneeId }));
    // Who gets it is not kept from it by who gave it away.
    if (assigneeId !== null && assigneeId !== me.id) leave(found.id);
  };
  const assignMe = () => assign(found?.assignee?.id === me.id ? null : me.id);
  const setPriority = (priority: number) =>
    mayDecide && void change(client.admin.report.setPriority.mutate({ caseId: found.id, priority }));
  useQueueKeys({ move, assign: assignMe, act, undo, confirmAhead });

  return (
    <ScreenFrame
      title="Queue"
      filters={
        <div className={openId === "" ? undefined : "chat:max-lg:hidden"}>
          <QueueFilters filters={filters} counts={counts} onChange={setFilters} />
        </div>
      }
    >
      <div className="chat:flex chat:min-h-0 chat:flex-1 chat:border-t chat:border-border">
        <div
          className={`chat:min-h-0 chat:w-full chat:lg:w-96 chat:lg:shrink-0 chat:lg:border-e chat:lg:border-border ${openId === "" ? "" : "chat:max-lg:hidden"}`}
        >
          <CaseList ref={list} rows={{ ...rows, items }} openId={openId} onOpen={(id) => open(id, true)} />
        </div>
        <div className={`chat:min-h-0 chat:min-w-0 chat:flex-1 ${openId === "" ? "chat:max-lg:hidden" : ""}`}>
          {openId === "" ? (
            <EmptyState title="Choose a case" description={keysHint} />
          ) : (
            <CaseDetail
              detail={detail}
              error={query.error}
              onRetry={() => void query.refetch()}
              onBack={() => open("")}
              onAct={act}
              onAssign={assign}
              onPriority={setPriority}
            />
          )}
        </div>
      </div>
      {found !== undefined && (
        <DecideDialog
          found={found}
          action={asking}
          isConfirmed={isConfirmed}
          onClose={() => {
            setAsking(null);
            focusCase(openId);
          }}
          onDecide={conclude}
        />
      )}
    </ScreenFrame>
  );
}
