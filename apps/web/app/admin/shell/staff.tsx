"use client";

import { createContext, useContext, type ReactNode } from "react";

/** Who works in the console. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly image: string | null;
  readonly role: "moderator" | "admin";
}

const StaffContext = createContext<Staff | null>(null);

export function StaffProvider({ me, children }: { me: Staff; children: ReactNode }) {
  return <StaffContext value={me}>{children}</StaffContext>;
}

/** The moderator or admin at this screen. */
export function useStaff(): Staff {
  const me = useContext(StaffContext);
  if (me === null) throw new Error("useStaff works inside the console alone.");
  return me;
}
