"use client";

import { CountBadge } from "@chat/ui/badge";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { screensFor } from "./screens.ts";
import { useStaff } from "./staff.tsx";
import { useTRPC } from "./trpc.tsx";

const everyMs = 5_000;

/** The screens, with what waits on each: counted anew every 5 s while the page is seen. */
export function Navigation({ onFollow }: { onFollow?: () => void }) {
  const { role } = useStaff();
  const path = usePathname();
  const counts = useQuery(useTRPC().admin.counts.queryOptions(undefined, { refetchInterval: everyMs })).data;
  return (
    <nav
      aria-label="Console"
      className="chat-scroll chat:flex chat:min-h-0 chat:flex-1 chat:flex-col chat:overflow-y-auto chat:p-2"
    >
      <p className="chat:px-2 chat:pt-1.5 chat:pb-3 chat:text-sm chat:font-semibold">
        @chat <span className="chat:font-normal chat:text-muted">console</span>
      </p>
      <ul className="chat:flex chat:flex-col chat:gap-px">
        {screensFor(role).map(({ path: target, name, icon: Icon, count }) => {
          const isHere = target === "/admin" ? path === target : path === target || path.startsWith(`${target}/`);
          return (
            <li key={target}>
              <Link
                href={target}
                aria-current={isHere ? "page" : undefined}
                onClick={onFollow}
                className="chat:flex chat:h-8 chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm chat:text-text chat:hover:bg-hover chat:aria-[current=page]:bg-selected chat:aria-[current=page]:font-medium chat:max-md:h-10"
              >
                <Icon size={16} aria-hidden className="chat:shrink-0 chat:text-muted" />
                <span className="chat:min-w-0 chat:flex-1 chat:truncate">{name}</span>
                {count !== undefined && counts !== undefined && (
                  <CountBadge
                    count={counts[count]}
                    tone={count === "cases" && counts.overdue > 0 ? "danger" : "muted"}
                    label={`${counts[count]} open${count === "cases" && counts.overdue > 0 ? `, ${counts.overdue} overdue` : ""}`}
                  />
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
