import type { OverviewNow } from "@chat/contract";
import { Skeleton } from "@chat/ui/skeleton";
import Link from "next/link";
import { screensFor } from "../shell/screens.ts";
import { useStaff } from "../shell/staff.tsx";

interface Figure {
  readonly name: string;
  readonly value: string | undefined;
  /** The screen that tells more. */
  readonly path?: string;
}

const count = (value: number | undefined) => value?.toLocaleString("en");

/** 1,536 is "1.5 KB"; units of 1,024. */
function bytes(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  const power = Math.min(4, Math.floor(Math.log2(Math.max(value, 1)) / 10));
  return `${(value / 1_024 ** power).toLocaleString("en", { maximumFractionDigits: 1 })} ${["B", "KB", "MB", "GB", "TB"][power]}`;
}

/** The numbers of now; each says nothing until it is there, and a dash where it cannot be read. */
export function Figures({ now, isUnread }: { now: OverviewNow | undefined; isUnread: boolean }) {
  const screens = screensFor(useStaff().role);
  const figures: Figure[] = [
    { name: "Online now", value: count(now?.online) },
    { name: "Messages a minute", value: count(now?.messagesPerMinute) },
    { name: "Open cases", value: count(now?.openCases), path: "/admin/queue" },
    { name: "Open appeals", value: count(now?.openAppeals), path: "/admin/appeals" },
    { name: "Here today", value: count(now?.dailyActive) },
    { name: "Here in 7 days", value: count(now?.weeklyActive) },
    { name: "Here in 30 days", value: count(now?.monthlyActive) },
    { name: "People", value: count(now?.people), path: "/admin/users" },
    { name: "Connections", value: count(now?.connections) },
    { name: "Storage", value: bytes(now?.storageBytes) },
  ];
  return (
    <dl className="chat:grid chat:grid-cols-2 chat:gap-2.5 chat:sm:grid-cols-3 chat:lg:grid-cols-5">
      {figures.map(({ name, value, path }) => (
        <div key={name} className="chat:relative chat:rounded-xl chat:border chat:border-border chat:px-3.5 chat:py-2.5">
          <dt className="chat:text-xs chat:text-muted">
            {path !== undefined && screens.some((screen) => screen.path === path) ? (
              <Link href={path} className="chat:after:absolute chat:after:inset-0 chat:after:rounded-xl chat:hover:text-text">
                {name}
              </Link>
            ) : (
              name
            )}
          </dt>
          <dd className="chat:text-lg chat:font-semibold chat:tabular-nums">
            {value ?? (isUnread ? "–" : <Skeleton className="chat:my-1.5 chat:h-4 chat:w-14" />)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
