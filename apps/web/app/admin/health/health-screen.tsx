"use client";

import type { HealthReport } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { exactTime, Moment } from "../shell/moment.tsx";
import { ScreenFrame } from "../shell/screen.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { bytes, count, faultsOf, milliseconds } from "./health-figures.ts";

/** How often it is looked at, in milliseconds. */
const everyMs = 5_000;

/** How the node that answers and what it stands on are, looked at every five seconds. */
export function HealthScreen() {
  const query = useQuery(useTRPC().admin.health.get.queryOptions(undefined, { refetchInterval: everyMs }));
  const { data, error, dataUpdatedAt } = query;
  return (
    <ScreenFrame title="Health" note={data && `As of ${new Date(dataUpdatedAt).toLocaleTimeString("en-GB")}`}>
      <div
        tabIndex={0}
        role="region"
        aria-label="Figures"
        className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:border-t chat:border-border chat:p-4 chat:-outline-offset-2"
      >
        {error !== null && (
          <EmptyState
            title="The server's health could not be read"
            description={messageOf(error)}
            action={<Button onClick={() => void query.refetch()}>Try again</Button>}
          />
        )}
        {error === null && data === undefined && <Loading />}
        {error === null && data !== undefined && <Report report={data} />}
      </div>
    </ScreenFrame>
  );
}

function Loading() {
  return (
    <div className="chat:mx-auto chat:flex chat:max-w-5xl chat:flex-col chat:gap-4">
      <Skeleton className="chat:h-11 chat:rounded-xl" />
      <div className="chat:grid chat:gap-4 chat:md:grid-cols-2">
        {["a", "b", "c", "d"].map((id) => (
          <Skeleton key={id} className="chat:h-48 chat:rounded-xl" />
        ))}
      </div>
    </div>
  );
}

function Report({ report }: { report: HealthReport }) {
  const { node, database, bus, sockets, isAuditWhole } = report;
  const faults = faultsOf(report);
  return (
    <div className="chat:mx-auto chat:flex chat:max-w-5xl chat:flex-col chat:gap-4">
      <p
        role="status"
        data-healthy={faults.length === 0}
        className="chat:flex chat:items-start chat:gap-2 chat:rounded-xl chat:border chat:border-border chat:bg-surface chat:px-3.5 chat:py-2.5 chat:text-sm chat:font-medium"
      >
        {faults.length === 0 ? (
          <CircleCheck size={18} aria-hidden className="chat:shrink-0 chat:text-online" />
        ) : (
          <CircleAlert size={18} aria-hidden className="chat:shrink-0 chat:text-danger-text" />
        )}
        <span>{faults.length === 0 ? "All is well." : faults.join(" ")}</span>
      </p>
      <div className="chat:grid chat:gap-4 chat:md:grid-cols-2">
        <Facts title="Database">
          <Fact name="Answers">{database.isReachable ? `in ${milliseconds(database.latencyMs)}` : "not within 2 s"}</Fact>
          <Fact name="PostgreSQL">{database.version ?? "unknown"}</Fact>
          <Fact name="Size">{bytes(database.sizeBytes)}</Fact>
          <Fact name="Migrations">
            {database.migrations === null
              ? "unknown"
              : `${database.migrations.applied} applied, ${database.migrations.unfinished} unfinished`}
          </Fact>
          <Fact name="Latest">{database.migrations?.latest ?? "unknown"}</Fact>
          <Fact name="Audit log">{isAuditWhole === null ? "unknown" : isAuditWhole ? "ends as written" : "cut at its end"}</Fact>
          <Fact name="Connections">
            {`${database.pool.total} of ${database.pool.max}, ${database.pool.idle} idle, ${database.pool.waiting} waiting for one`}
          </Fact>
        </Facts>
        <Facts title="Sockets and queues">
          <Fact name="Open sockets and streams">{count(sockets.open)}</Fact>
          <Fact name="Open channels">{count(sockets.openChannels)}</Fact>
          <Fact name="Waits for slow readers">{bytes(sockets.queuedBytes)}</Fact>
          <Fact name="Changes that wait">{count(sockets.changesWaiting)}</Fact>
        </Facts>
        <Facts title="Bus between servers">
          <Fact name="Over">
            {bus.kind === "alone" ? "none: this is the only server" : bus.kind === "redis" ? "Redis" : "another"}
          </Fact>
          {bus.kind !== "alone" && (
            <>
              <Fact name="Arrives">{bus.isLive ? "yes" : "no: the database is compared instead"}</Fact>
              <Fact name="Other servers">{count(bus.otherNodes)}</Fact>
              <Fact name="Lost since the start">{count(bus.losses)}</Fact>
            </>
          )}
        </Facts>
        <Facts title="This server">
          <Fact name="Version">{`${node.version}, Node ${node.nodeVersion}`}</Fact>
          <Fact name="Started">
            <span title={exactTime(node.startedAt)}>
              <Moment at={node.startedAt} />
            </span>
          </Fact>
          <Fact name="Event loop late">{`${milliseconds(node.loopLagMs.p50)} half the time, ${milliseconds(node.loopLagMs.p99)} at worst 1 %`}</Fact>
          <Fact name="Memory">{bytes(node.memoryBytes)}</Fact>
          <Fact name="Id">{node.id}</Fact>
        </Facts>
      </div>
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="chat:rounded-xl chat:border chat:border-border chat:p-4">
      <h2 className="chat:mb-2 chat:text-sm chat:font-semibold">{title}</h2>
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-1.5 chat:text-sm">{children}</dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="chat:text-muted">{name}</dt>
      <dd className="chat:text-end chat:wrap-anywhere chat:tabular-nums">{children}</dd>
    </>
  );
}
