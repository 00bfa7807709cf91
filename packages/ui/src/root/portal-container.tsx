"use client";

import { createContext, useContext, type ReactNode, type RefObject } from "react";

interface Surroundings {
  /** Where menus, popovers and dialogs are put, so that they inherit the theme; null is the end of the page. */
  container: HTMLElement | null;
  dir: "ltr" | "rtl";
  /** Where focus last was, apart from menus and dialogs. */
  lastFocus: RefObject<HTMLElement | null>;
}

const SurroundingsContext = createContext<Surroundings>({ container: null, dir: "ltr", lastFocus: { current: null } });

export function SurroundingsProvider({ value, children }: { value: Surroundings; children: ReactNode }) {
  return <SurroundingsContext.Provider value={value}>{children}</SurroundingsContext.Provider>;
}

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
