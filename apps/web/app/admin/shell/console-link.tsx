import Link from "next/link";
import type { ReactNode } from "react";

export const personHref = (id: string) => `/admin/users?id=${id}`;
export const groupHref = (id: string) => `/admin/groups?id=${id}`;
export const sanctionHref = (id: string, isInForce: boolean) => `/admin/sanctions?id=${id}${isInForce ? "" : "&state=ended"}`;
/** The case is opened whatever the list beside it shows; the list is the one that it stands in. */
export const caseHref = (id: string, isResolved: boolean) => `/admin/queue?case=${id}${isResolved ? "&state=resolved" : ""}`;

/** Goes to another screen of the console. Underlined, since most stand within a line of text. */
export function ConsoleLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="chat:text-accent-text chat:underline chat:decoration-current/40 chat:underline-offset-2 chat:hover:decoration-current"
    >
      {children}
    </Link>
  );
}
