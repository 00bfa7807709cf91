"use client";

import { Avatar } from "@chat/ui/avatar";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { MessageSquare, Search } from "lucide-react";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { screensFor } from "./screens.ts";
import { useStaff } from "./staff.tsx";
import { useTRPC } from "./trpc.tsx";
import { useDebounced } from "./use-debounced.ts";

/** Ctrl/⌘+K: any screen, person or group by a part of its name. */
export function Palette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { role } = useStaff();
  const router = useRouter();
  const [query, setQuery] = useState("");
  const screens = screensFor(role);
  const go = (path: string) => {
    onOpenChange(false);
    setQuery("");
    router.push(path as Route);
  };
  const words = query.trim().toLowerCase();
  const found = screens.filter(({ name }) => name.toLowerCase().includes(words));
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      label="Find people, groups, screens"
      shouldFilter={false}
      loop
      container={typeof document === "undefined" ? undefined : (document.querySelector<HTMLElement>(".chat-root") ?? undefined)}
      overlayClassName="chat:fixed chat:inset-0 chat:z-40 chat:bg-overlay"
      contentClassName="chat:fixed chat:inset-x-3 chat:top-[12vh] chat:z-50 chat:mx-auto chat:max-w-140 chat:overflow-hidden chat:rounded-2xl chat:border chat:border-border chat:bg-raised chat:text-text chat:shadow-overlay chat:outline-none"
    >
      <div className="chat:flex chat:items-center chat:gap-2.5 chat:border-b chat:border-border chat:px-4">
        <Search size={16} aria-hidden className="chat:shrink-0 chat:text-muted" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Find people, groups, screens"
          className="chat:h-12 chat:min-w-0 chat:flex-1 chat:text-base chat:outline-none"
        />
      </div>
      <Command.List className="chat-scroll chat:max-h-[50vh] chat:overflow-y-auto chat:p-2">
        <Command.Empty className="chat:px-3 chat:py-8 chat:text-center chat:text-sm chat:text-muted">
          Nothing is called so.
        </Command.Empty>
        {found.length > 0 && (
          <Section heading="Screens">
            {found.map(({ path, name, icon: Icon }) => (
              <Entry key={path} value={path} onSelect={() => go(path)}>
                <Icon size={16} aria-hidden className="chat:text-muted" />
                {name}
              </Entry>
            ))}
            {"back to chat".includes(words) && (
              <Entry value="/" onSelect={() => go("/")}>
                <MessageSquare size={16} aria-hidden className="chat:text-muted" />
                Back to chat
              </Entry>
            )}
          </Section>
        )}
        {isOpen && words !== "" && screens.some(({ path }) => path === "/admin/users") && <People query={words} onGo={go} />}
        {isOpen && words !== "" && screens.some(({ path }) => path === "/admin/groups") && <Groups query={words} onGo={go} />}
      </Command.List>
    </Command.Dialog>
  );
}

interface SearchProps {
  query: string;
  onGo: (path: string) => void;
}

function People({ query, onGo }: SearchProps) {
  const words = useDebounced(query);
  const trpc = useTRPC();
  const { data } = useQuery(trpc.admin.user.list.queryOptions({ query: words, limit: 6 }, { placeholderData: keepPreviousData }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section heading="People">
      {data.items.map(({ id, name, image }) => (
        <Entry key={id} value={`user ${id}`} onSelect={() => onGo(`/admin/users?id=${id}`)}>
          <Avatar id={id} name={name} image={image} size={20} />
          <bdi className="chat:truncate">{name}</bdi>
        </Entry>
      ))}
    </Section>
  );
}

function Groups({ query, onGo }: SearchProps) {
  const words = useDebounced(query);
  const trpc = useTRPC();
  const { data } = useQuery(trpc.channel.browse.queryOptions({ query: words, limit: 6 }, { placeholderData: keepPreviousData }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section heading="Groups">
      {data.items.map(({ channel: { id, name, image } }) => (
        <Entry key={id} value={`group ${id}`} onSelect={() => onGo(`/admin/groups?id=${id}`)}>
          <Avatar id={id} name={name ?? "Group"} image={image} size={20} shape="square" />
          <bdi className="chat:truncate">{name}</bdi>
        </Entry>
      ))}
    </Section>
  );
}

function Section({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="chat:mb-1 chat:[&_[cmdk-group-heading]]:px-2 chat:[&_[cmdk-group-heading]]:py-1.5 chat:[&_[cmdk-group-heading]]:text-xs chat:[&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

function Entry({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="chat:flex chat:h-9 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm chat:data-[selected=true]:bg-hover"
    >
      {children}
    </Command.Item>
  );
}
