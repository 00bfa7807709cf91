import type { PersonHistory as History } from "@chat/contract";
import { withoutMentions } from "@chat/ui";
import { Avatar } from "@chat/ui/avatar";
import { Badge } from "@chat/ui/badge";
import { SanctionBadge } from "../sanctions/sanction-columns.tsx";
import { caseHref, ConsoleLink, personHref, sanctionHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { decidedName } from "./words.ts";

const counted = (count: number, one: string, other: string) => `${count} ${count === 1 ? one : other}`;

/** What is known of somebody from before: cases, sanctions, and how good their own reports are. */
export function PersonHistory({ history, title }: { history: History; title: string }) {
  const { user, role, joinedAt, casesAbout, casesUpheld, reportsBy, reportsUpheld, sanctions, cases } = history;
  return (
    <section
      aria-label={`${title}: ${user.name}`}
      className="chat:rounded-xl chat:border chat:border-border chat:p-3 chat:text-sm"
    >
      <h3 className="chat:flex chat:items-center chat:gap-2">
        <Avatar id={user.id} name={user.name} image={user.image} size={24} />
        <bdi className="chat:min-w-0 chat:truncate chat:font-medium">
          <ConsoleLink href={personHref(user.id)}>{user.name}</ConsoleLink>
        </bdi>
        {role !== "user" && <Badge tone="neutral">{role}</Badge>}
        <span className="chat:ms-auto chat:shrink-0 chat:text-xs chat:text-muted">{title}</span>
      </h3>
      <p className="chat:mt-1.5 chat:text-xs chat:text-muted">
        Here since <Moment at={joinedAt} /> · {counted(casesAbout, "other case", "other cases")} about them, {casesUpheld} with
        consequences · {counted(reportsBy, "report", "reports")} by them, {reportsUpheld} justified
      </p>
      {sanctions.length > 0 && (
        <ul className="chat:mt-2 chat:flex chat:flex-col chat:gap-1">
          {sanctions.map(({ id, type, reason, createdAt, isInForce, liftedAt, by }) => (
            <li key={id} className="chat:flex chat:items-baseline chat:gap-1.5">
              {isInForce ? <SanctionBadge type={type} /> : <Badge tone="muted">{type}</Badge>}
              <span className="chat:min-w-0 chat:wrap-anywhere">
                <ConsoleLink href={sanctionHref(id, isInForce)}>{reason || "no reason given"}</ConsoleLink>{" "}
                <span className="chat:text-xs chat:text-muted">
                  by <bdi>{by?.name ?? "the server"}</bdi>,{" "}
                </span>
                <span className="chat:text-xs chat:text-muted">
                  <Moment at={createdAt} />
                  {liftedAt !== null && ", lifted"}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {cases.length > 0 && (
        <ul className="chat:mt-2 chat:flex chat:flex-col chat:gap-1 chat:text-muted">
          {cases.map(({ id, text, resolution, resolvedAt }) => (
            <li key={id} className="chat:truncate">
              <ConsoleLink href={caseHref(id, true)}>{decidedName(resolution)}</ConsoleLink> <Moment at={resolvedAt} />
              {text !== "" && (
                <>
                  : <bdi>{withoutMentions(text)}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
