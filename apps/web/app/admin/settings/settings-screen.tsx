"use client";

import { settingKinds, type SettingEntry } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { ScreenFrame } from "../shell/screen.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { SettingForm } from "./setting-form.tsx";

/** What staff decide while the server runs, and where each value comes from. */
export function SettingsScreen() {
  const { data, error, refetch } = useQuery(useTRPC().admin.setting.list.queryOptions());
  return (
    <ScreenFrame title="Settings" note="In force on every server within two seconds.">
      <div className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:border-t chat:border-border">
        {error !== null && data === undefined && (
          <EmptyState
            title="The settings could not be loaded"
            description={messageOf(error)}
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          />
        )}
        {error === null && data === undefined && <SettingsSkeleton />}
        <ul className="chat:mx-auto chat:w-full chat:max-w-3xl chat:px-4">
          {data?.items.map((entry) => (
            <SettingRow key={`${entry.key} ${JSON.stringify(entry.value)} ${entry.source}`} entry={entry} />
          ))}
        </ul>
      </div>
    </ScreenFrame>
  );
}

function SettingRow({ entry }: { entry: SettingEntry }) {
  const { label, help, variable } = settingKinds[entry.key];
  const helpId = `${entry.key}-help`;
  return (
    <li
      data-setting={entry.key}
      className="chat:grid chat:gap-x-8 chat:gap-y-3 chat:border-b chat:border-border chat:py-5 chat:last:border-0 chat:md:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div>
        <h2 className="chat:flex chat:flex-wrap chat:items-center chat:gap-2 chat:text-sm chat:font-semibold">
          {label}
          <SourceBadge source={entry.source} variable={variable} />
        </h2>
        <p id={helpId} className="chat:mt-0.5 chat:text-sm chat:text-muted">
          {help}
          {entry.source === "environment" && ` It comes from ${variable}, and can be changed there alone.`}
        </p>
      </div>
      <SettingForm entry={entry} helpId={helpId} />
    </li>
  );
}

const sources = { default: "Default", console: "Set here", environment: "Environment" } as const;
const looks = {
  default: "chat:bg-active chat:text-muted",
  console: "chat:bg-selected chat:text-accent-text",
  environment: "chat:bg-warning-soft chat:text-warning-text",
} as const;

function SourceBadge({ source, variable }: { source: SettingEntry["source"]; variable: string }) {
  return (
    <span
      data-source={source}
      title={source === "environment" ? variable : undefined}
      className={`chat:rounded-full chat:px-2 chat:py-0.5 chat:text-xs chat:font-medium ${looks[source]}`}
    >
      {sources[source]}
    </span>
  );
}

function SettingsSkeleton() {
  return (
    <div
      aria-label="Loading…"
      role="status"
      className="chat:mx-auto chat:flex chat:max-w-3xl chat:flex-col chat:gap-8 chat:px-4 chat:py-6"
    >
      {["a", "b", "c", "d", "e"].map((id) => (
        <Skeleton key={id} className="chat:h-12" />
      ))}
    </div>
  );
}
