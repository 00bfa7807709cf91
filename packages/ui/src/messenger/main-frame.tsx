"use client";

import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";
import { SurroundingsProvider, useSurroundings } from "../root/portal-container.tsx";

// A phone's own edges: its camera at the top, or at a side when it lies. What is lower down keeps clear of the bottom by itself, and scrolls under it.
const edges = "chat:pt-[env(safe-area-inset-top)] chat:pr-[env(safe-area-inset-right)] chat:pl-[env(safe-area-inset-left)]";

/** The page's main landmark; menus and dialogs open inside it, so that all content is in a landmark. */
export function MainFrame({ isMain, children }: { isMain: boolean; children: ReactNode }): ReactElement {
  const { dir, lastFocus } = useSurroundings();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const surroundings = useMemo(() => ({ container, dir, lastFocus }), [container, dir, lastFocus]);
  return (
    <div ref={setContainer} role={isMain ? "main" : undefined} className={classNames("chat:h-full", isMain && edges)}>
      <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>
    </div>
  );
}
