import { notFound } from "next/navigation";
import { loadMe } from "../../messenger/load-me.ts";

/** For a page that is for admins: to moderators it is not there. */
export async function requireAdmin(): Promise<void> {
  if ((await loadMe())?.role !== "admin") notFound();
}
