"use client";

import type { ReactNode } from "react";

export interface ScreenFrameProps {
  title: string;
  /** Beside the title, such as how many were found. */
  note?: ReactNode;
  /** What can be done here, at the end of the header. */
  actions?: ReactNode;
  /** A FilterBar. */
  filters?: ReactNode;
  /** A Panel with details, beside the content. */
  panel?: ReactNode;
  children: ReactNode;
}

/** One screen: its title and filters stay, its content scrolls, and details open beside it. */
export function ScreenFrame({ title, note, actions, filters, panel, children }: ScreenFrameProps) {
  return (
    <div className="chat:flex chat:h-full chat:min-h-0">
      <div className="chat:flex chat:min-w-0 chat:flex-1 chat:flex-col">
        <PageHeader title={title} note={note} actions={actions} />
        {filters}
        <div className="chat:flex chat:min-h-0 chat:flex-1 chat:flex-col">{children}</div>
      </div>
      {panel}
    </div>
  );
}

function PageHeader({ title, note, actions }: Pick<ScreenFrameProps, "title" | "note" | "actions">) {
  return (
    <header className="chat:flex chat:min-h-12 chat:shrink-0 chat:flex-wrap chat:items-center chat:gap-x-3 chat:gap-y-1 chat:px-4 chat:py-2">
      <h1 className="chat:text-base chat:font-semibold">{title}</h1>
      {note !== undefined && <div className="chat:text-sm chat:text-muted">{note}</div>}
      {actions !== undefined && (
        <div className="chat:ms-auto chat:flex chat:flex-wrap chat:items-center chat:gap-2">{actions}</div>
      )}
    </header>
  );
}
