"use client";

import { createContext, useContext, type ReactElement, type ReactNode } from "react";

const nobody: ReadonlySet<string> = new Set();
const FoldedContext = createContext(nobody);

/** Folds the messages of these people in all timelines inside it, until they are asked for one by one. Keep the set's identity stable. */
export function FoldedPeople({ userIds, children }: { userIds: ReadonlySet<string>; children: ReactNode }): ReactElement {
  return <FoldedContext.Provider value={userIds}>{children}</FoldedContext.Provider>;
}

export function useFoldedPeople(): ReadonlySet<string> {
  return useContext(FoldedContext);
}
