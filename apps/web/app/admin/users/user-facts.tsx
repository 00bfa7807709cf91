import type { AdminUserDetail } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import type { ReactNode } from "react";
import { ConsoleLink, groupHref, sanctionHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { deviceOf } from "../shell/device-of.ts";
import { UserBadges } from "./user-badges.tsx";

/** Who somebody is, what stands against them, their devices and places. */
export function UserFacts({ user }: { user: AdminUserDetail }) {
  return (
    <div className="chat:flex chat:flex-col chat:gap-5">
      <div className="chat:flex chat:items-center chat:gap-3">
        <Avatar id={user.id} name={user.name} image={user.image} size={40} presence={user.online ? "online" : "offline"} />
        <div className="chat:min-w-0">
          <p className="chat:truncate chat:text-sm">
            {user.email ?? (user.issuer === "local" || user.issuer === "erased" ? "No e-mail" : `From ${user.issuer}`)}
          </p>
          <p className="chat:flex chat:items-center chat:gap-2 chat:text-xs chat:text-muted">
            {user.online ? "Online now" : <Moment at={user.lastSeenAt} fallback="Never here" />}
            <UserBadges user={user} />
          </p>
        </div>
      </div>
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-1 chat:text-sm">
        <Fact name="Joined">
          <Moment at={user.createdAt} />
        </Fact>
        <Fact name="Messages">{user.messages ?? 0}</Fact>
        <Fact name="Conversations">{user.channels}</Fact>
        <Fact name="Reports by">{user.reportsBy}</Fact>
        <Fact name="Cases about">
          {user.reportsAbout}
          {user.openCases > 0 && `, ${user.openCases} open`}
        </Fact>
        <Fact name="Id">
          <code className="chat:text-xs chat:break-all">{user.id}</code>
        </Fact>
        {user.externalId !== user.id && (
          <Fact name="External id">
            <code className="chat:text-xs chat:break-all">{user.externalId}</code>
          </Fact>
        )}
      </dl>
      {user.sanctions.length > 0 && (
        <Lines title="Sanctions">
          {user.sanctions.map(({ id, type, channelName, reason, createdAt, until, isInForce, by }) => (
            <li key={id} className="chat:flex chat:flex-col chat:wrap-anywhere">
              <span>
                <ConsoleLink href={sanctionHref(id, isInForce)}>{type}</ConsoleLink>
                {channelName !== null && ` in ${channelName}`}
                {reason !== "" && `: ${reason}`}
                {isInForce && <span className="chat:text-danger-text"> in force</span>}
              </span>
              <span className="chat:text-xs chat:text-muted">
                <Moment at={createdAt} />
                {by !== null && ` by ${by}`}
                {until !== null && (
                  <>
                    , until <Moment at={until} />
                  </>
                )}
              </span>
            </li>
          ))}
        </Lines>
      )}
      {user.sessions.length > 0 && (
        <Lines title="Devices">
          {user.sessions.map(({ id, userAgent, ipAddress, updatedAt }) => (
            <li key={id} className="chat:flex chat:items-baseline chat:justify-between chat:gap-3">
              <span className="chat:truncate">
                {deviceOf(userAgent)} <span className="chat:text-muted">{ipAddress}</span>
              </span>
              <span className="chat:text-xs chat:text-muted">
                <Moment at={updatedAt} />
              </span>
            </li>
          ))}
        </Lines>
      )}
      {user.memberships.length > 0 && (
        <Lines title="In">
          {user.memberships.map(({ channelId, name, type, role, joinedAt }) => (
            <li key={channelId} className="chat:flex chat:items-baseline chat:justify-between chat:gap-3">
              <bdi className="chat:truncate">
                {type === "direct" ? (
                  "A direct message"
                ) : (
                  <ConsoleLink href={groupHref(channelId)}>{name ?? "A group"}</ConsoleLink>
                )}
              </bdi>
              <span className="chat:shrink-0 chat:text-xs chat:text-muted">
                {role}, since <Moment at={joinedAt} />
              </span>
            </li>
          ))}
        </Lines>
      )}
    </div>
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

function Lines({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="chat:mb-1.5 chat:text-xs chat:text-muted">{title}</h3>
      <ul className="chat:flex chat:flex-col chat:gap-1.5 chat:text-sm">{children}</ul>
    </section>
  );
}
