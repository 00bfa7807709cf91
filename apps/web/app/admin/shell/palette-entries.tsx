import { Avatar } from "@chat/ui/avatar";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { screensFor } from "./screens.ts";
import { useStaff } from "./staff.tsx";
import { useTRPC } from "./trpc.tsx";
import { useDebounced } from "./use-debounced.ts";

/** Somewhere to go. */
export interface PaletteEntry {
  readonly path: string;
  readonly name: string;
  readonly icon: ReactNode;
}

export interface PaletteSection {
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
}

const iconClass = "chat:shrink-0 chat:text-muted";

/** Screens by a part of their name, and people and groups once something is typed; without sections where nothing is found. */
export function usePaletteEntries(query: string, isOpen: boolean): PaletteSection[] {
  const words = query.trim().toLowerCase();
  const screens = screensFor(useStaff().role);
  const has = (path: string) => screens.some((screen) => screen.path === path);
  const asked = useDebounced(words);
  const trpc = useTRPC();
  const options = (path: string) => ({ enabled: isOpen && asked !== "" && has(path), placeholderData: keepPreviousData });
  const people = useQuery(trpc.admin.user.list.queryOptions({ query: asked, limit: 6 }, options("/admin/users"))).data;
  const groups = useQuery(trpc.admin.group.list.queryOptions({ query: asked, limit: 6 }, options("/admin/groups"))).data;
  const places: PaletteEntry[] = [
    ...screens.map(({ path, name, icon: Icon }) => ({ path, name, icon: <Icon size={16} aria-hidden className={iconClass} /> })),
    { path: "/", name: "Back to chat", icon: <MessageSquare size={16} aria-hidden className={iconClass} /> },
  ];
  const sections: PaletteSection[] = [
    { heading: "Screens", entries: places.filter(({ name }) => name.toLowerCase().includes(words)) },
    {
      heading: "People",
      entries: (people?.items ?? []).map(({ id, name, image }) => ({
        path: `/admin/users?id=${id}`,
        name,
        icon: <Avatar id={id} name={name} image={image} size={20} />,
      })),
    },
    {
      heading: "Groups",
      entries: (groups?.items ?? []).map(({ id, name, image }) => ({
        path: `/admin/groups?id=${id}`,
        name,
        icon: <Avatar id={id} name={name} image={image} size={20} shape="square" />,
      })),
    },
  ];
  return sections.filter(({ heading, entries }) => entries.length > 0 && (heading === "Screens" || words !== ""));
}
