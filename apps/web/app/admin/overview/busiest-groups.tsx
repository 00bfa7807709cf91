import type { OverviewHistory } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import Link from "next/link";
import { screensFor } from "../shell/screens.ts";
import { useStaff } from "../shell/staff.tsx";

/** Where most was written. */
export function BusiestGroups({ groups }: { groups: OverviewHistory["busiest"] }) {
  const hasScreen = screensFor(useStaff().role).some(({ path }) => path === "/admin/groups");
  return (
    <section aria-labelledby="busiest" className="chat:min-w-0 chat:rounded-xl chat:border chat:border-border chat:p-3.5">
      <h2 id="busiest" className="chat:mb-2 chat:text-sm chat:font-medium">
        Busiest groups
      </h2>
      {groups.length === 0 && <p className="chat:py-6 chat:text-center chat:text-sm chat:text-muted">Nothing was written.</p>}
      <ol className="chat:flex chat:flex-col">
        {groups.map(({ channelId, name, messages, members }) => (
          <li key={channelId} className="chat:flex chat:h-8 chat:items-center chat:gap-2.5 chat:text-sm">
            <Avatar id={channelId} name={name ?? "A group"} size={20} shape="square" />
            <bdi className="chat:min-w-0 chat:flex-1 chat:truncate">
              {hasScreen ? (
                <Link href={`/admin/groups?id=${channelId}`} className="chat:hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
            </bdi>
            <span className="chat:text-xs chat:text-muted chat:tabular-nums">{members.toLocaleString("en")} members</span>
            <span className="chat:w-16 chat:text-end chat:tabular-nums">{messages.toLocaleString("en")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
