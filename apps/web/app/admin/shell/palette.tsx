"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePaletteEntries } from "./palette-entries.tsx";

const label = "Find people, groups, screens";

/** Ctrl/⌘+K: any screen, person or group by a part of its name. Arrows choose, Enter goes there. */
export function Palette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState("");
  const sections = usePaletteEntries(query, isOpen);
  const entries = sections.flatMap((section) => section.entries);
  // What comes late, or goes as one types on, must not leave Enter without a place to go.
  const value = entries.some(({ path }) => path === chosen) ? chosen : (entries[0]?.path ?? "");
  const change = (next: boolean) => {
    onOpenChange(next);
    setQuery("");
    setChosen("");
  };
  return (
    <Command.Dialog
      open={isOpen}
      onOpenChange={change}
      label={label}
      shouldFilter={false}
      loop
      value={value}
      onValueChange={setChosen}
      container={typeof document === "undefined" ? undefined : (document.querySelector<HTMLElement>(".chat-root") ?? undefined)}
      overlayClassName="chat:fixed chat:inset-0 chat:z-40 chat:bg-overlay"
      contentClassName="chat:fixed chat:inset-x-3 chat:top-[12vh] chat:z-50 chat:mx-auto chat:max-w-140 chat:overflow-hidden chat:rounded-2xl chat:border chat:border-border chat:bg-raised chat:text-text chat:shadow-overlay chat:outline-none"
    >
      <div className="chat:flex chat:items-center chat:gap-2.5 chat:border-b chat:border-border chat:px-4">
        <Search size={16} aria-hidden className="chat:shrink-0 chat:text-muted" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder={label}
          maxLength={100}
          className="chat:h-12 chat:min-w-0 chat:flex-1 chat:text-base chat:outline-none"
        />
      </div>
      <Command.List className="chat-scroll chat:max-h-[50vh] chat:overflow-y-auto chat:p-2">
        <Command.Empty className="chat:px-3 chat:py-8 chat:text-center chat:text-sm chat:text-muted">
          Nothing is called so.
        </Command.Empty>
        {sections.map(({ heading, entries: found }) => (
          <Command.Group
            key={heading}
            heading={heading}
            className="chat:mb-1 chat:[&_[cmdk-group-heading]]:px-2 chat:[&_[cmdk-group-heading]]:py-1.5 chat:[&_[cmdk-group-heading]]:text-xs chat:[&_[cmdk-group-heading]]:text-muted"
          >
            {found.map(({ path, name, icon }) => (
              <Command.Item
                key={path}
                value={path}
                onSelect={() => {
                  change(false);
                  router.push(path);
                }}
                className="chat:flex chat:h-9 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm chat:data-[selected=true]:bg-selected"
              >
                {icon}
                <bdi className="chat:min-w-0 chat:truncate">{name}</bdi>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
