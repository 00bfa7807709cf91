import {
  Activity,
  Flag,
  Gavel,
  House,
  KeyRound,
  ListChecks,
  MessagesSquare,
  ScrollText,
  Settings,
  ShieldBan,
  Users,
  type LucideIcon,
} from "lucide-react";

/** A screen of the console, as the navigation and the palette list it. */
export interface Screen {
  readonly path: `/admin${string}`;
  readonly name: string;
  readonly icon: LucideIcon;
  /** Left out: for moderators too. */
  readonly forAdmins?: boolean;
  /** The number of `admin.counts` that stands beside it. */
  readonly count?: "cases" | "appeals";
}

const screens: readonly Screen[] = [
  { path: "/admin", name: "Overview", icon: House },
  { path: "/admin/queue", name: "Queue", icon: Flag, count: "cases" },
  { path: "/admin/appeals", name: "Appeals", icon: Gavel, count: "appeals" },
  { path: "/admin/users", name: "Users", icon: Users },
  { path: "/admin/groups", name: "Groups", icon: MessagesSquare },
  { path: "/admin/rules", name: "Rules", icon: ListChecks, forAdmins: true },
  { path: "/admin/sanctions", name: "Sanctions", icon: ShieldBan },
  { path: "/admin/audit", name: "Audit log", icon: ScrollText, forAdmins: true },
  { path: "/admin/settings", name: "Settings", icon: Settings, forAdmins: true },
  { path: "/admin/sessions", name: "Staff sessions", icon: KeyRound, forAdmins: true },
  { path: "/admin/health", name: "Health", icon: Activity, forAdmins: true },
];

/** The screens that somebody of this role may open. */
export function screensFor(role: "moderator" | "admin"): Screen[] {
  return screens.filter(({ forAdmins }) => forAdmins !== true || role === "admin");
}
