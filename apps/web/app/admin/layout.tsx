import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { loadMe } from "../messenger/load-me.ts";
import { readPreferences } from "../preferences/read-preferences.ts";
import { AdminShell } from "./shell/admin-shell.tsx";

export const metadata: Metadata = { title: { default: "Console", template: "%s — Console" } };

/** The console is for staff of this site: to everybody else it is not there. Each call is checked again by the server. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [me, { theme }] = await Promise.all([loadMe(), readPreferences()]);
  if (me === null) redirect("/sign-in?next=%2Fadmin");
  if (me.role === "user" || me.issuer !== "local") notFound();
  const { id, name, image, role } = me;
  return (
    <AdminShell me={{ id, name, image, role }} theme={theme}>
      {children}
    </AdminShell>
  );
}
