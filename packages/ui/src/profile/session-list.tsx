"use client";

import type { Session } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { useMinute } from "../channel-header/use-minute.ts";
import { timeAgo } from "../channel-list/activity-time.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Badge } from "../primitives/badge.tsx";
import { Button } from "../primitives/button.tsx";
import { MonitorIcon, PhoneIcon } from "../primitives/icons.tsx";
import { readUserAgent } from "./device-name.ts";

const texts = { profile: profileStrings };

export interface SessionListProps {
  sessions: readonly Session[];
  onRevoke?: ((sessionId: string) => Attempt) | undefined;
  onRevokeOthers?: (() => Attempt) | undefined;
}

/** The devices that are signed in, this one first, each to sign out. */
export function SessionList({ sessions, onRevoke, onRevokeOthers }: SessionListProps): ReactElement {
  const t = useTexts(texts);
  const reader = useLocale();
  const { isPending, error, run } = useAttempt();
  const [target, setTarget] = useState<string | null>(null);
  const now = useMinute();
  const sorted = sessions.toSorted((a, b) => Number(b.current) - Number(a.current) || b.updatedAt.localeCompare(a.updatedAt));
  const revoke = (sessionId: string | null, attempt: () => Attempt) => {
    setTarget(sessionId);
    void run(attempt);
  };
  return (
    <section data-slot="session-list" aria-label={t.profile.sessions} className="chat:flex chat:flex-col chat:gap-2">
      <h3 className="chat:text-sm chat:font-semibold">{t.profile.sessions}</h3>
      <Problem text={error} />
      <ul className="chat:flex chat:flex-col">
        {sorted.map((session) => {
          const agent = readUserAgent(session.userAgent);
          const device = agent === null ? t.profile.unknownDevice : t.profile.device(agent.browser, agent.system);
          const ago = timeAgo(session.updatedAt, now, reader);
          const active = session.current || ago === null ? t.profile.activeNow : t.profile.lastActive(ago);
          return (
            <li key={session.id} className="chat:flex chat:min-h-13 chat:items-center chat:gap-3 chat:py-1">
              <span className="chat:text-muted">{agent?.isPhone ? <PhoneIcon size={20} /> : <MonitorIcon size={20} />}</span>
              <div className="chat:min-w-0 chat:flex-1 chat:text-sm">
                <p className="chat:truncate chat:font-medium">{device}</p>
                <p className="chat:truncate chat:text-xs chat:text-muted">
                  {session.ipAddress === null ? active : `${active} · ${session.ipAddress}`}
                </p>
              </div>
              {session.current ? (
                <Badge tone="neutral">{t.profile.thisDevice}</Badge>
              ) : (
                onRevoke && (
                  <Button
                    size="sm"
                    aria-label={t.profile.revokeLabel(device)}
                    pending={isPending && target === session.id}
                    onClick={() => revoke(session.id, () => onRevoke(session.id))}
                  >
                    {t.profile.revoke}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ul>
      {onRevokeOthers && sessions.some((session) => !session.current) && (
        <Button className="chat:self-start" pending={isPending && target === null} onClick={() => revoke(null, onRevokeOthers)}>
          {t.profile.revokeOthers}
        </Button>
      )}
    </section>
  );
}
