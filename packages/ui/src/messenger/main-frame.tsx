"use client";

import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { SurroundingsProvider, useSurroundings } from "../root/portal-container.tsx";

/** The page's main landmark; menus and dialogs open inside it, so that all content is in a landmark. */
export function MainFrame({ isMain, children }: { isMain: boolean; children: ReactNode }): ReactElement {
  const { dir, lastFocus } = useSurroundings();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const surroundings = useMemo(() => ({ container, dir, lastFocus }), [container, dir, lastFocus]);
  return (
    <div ref={setContainer} role={isMain ? "main" : undefined} className="chat:h-full">
      <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>
    </div>
  );
}
