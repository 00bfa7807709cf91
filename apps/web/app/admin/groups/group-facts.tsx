import type { AdminGroupDetail } from "@chat/contract";
import type { ReactNode } from "react";
import { ConsoleLink, personHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { GroupBadges } from "./group-badges.tsx";

/** The settings of a group, and the numbers of it. */
export function GroupFacts({ group }: { group: AdminGroupDetail }) {
  return (
    <dl className="chat:grid chat:grid-cols-[8rem_minmax(0,1fr)] chat:gap-x-3 chat:gap-y-1.5 chat:text-sm">
      <Fact name="State">
        <GroupBadges group={group} />
      </Fact>
      {group.description !== null && (
        <Fact name="Description">
          <span dir="auto" className="chat:wrap-anywhere">
            {group.description}
          </span>
        </Fact>
      )}
      {group.type === "group" && (
        <>
          <Fact name="Who writes">{group.postingPolicy === "everyone" ? "Everyone" : "Owners and moderators"}</Fact>
          <Fact name="Slow mode">{group.slowModeSeconds === 0 ? "Off" : `${group.slowModeSeconds} seconds`}</Fact>
          <Fact name="History">{group.hidesHistory ? "Newcomers see what comes after them" : "Newcomers see all of it"}</Fact>
        </>
      )}
      <Fact name="Messages">{group.messageCount.toLocaleString("en")}</Fact>
      <Fact name="Threads">{group.threadCount.toLocaleString("en")}</Fact>
      <Fact name="Open cases">{group.openCases}</Fact>
      <Fact name="Last activity">
        <Moment at={group.lastActivityAt} />
      </Fact>
      <Fact name="Made">
        <Moment at={group.createdAt} />
        {group.createdBy && (
          <>
            {" by "}
            <ConsoleLink href={personHref(group.createdBy.id)}>
              <bdi>{group.createdBy.name}</bdi>
            </ConsoleLink>
          </>
        )}
      </Fact>
      {group.key !== null && <Fact name="Key">{group.key}</Fact>}
      <Fact name="Id">
        <code className="chat:text-xs chat:break-all">{group.id}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="chat:text-muted">{name}</dt>
      <dd className="chat:min-w-0 chat:wrap-anywhere">{children}</dd>
    </>
  );
}
