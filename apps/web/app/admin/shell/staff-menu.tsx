"use client";

import { Avatar } from "@chat/ui/avatar";
import { Menu } from "@chat/ui/menu";
import { LogOut, MessageSquare, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Theme } from "../../preferences/preferences.ts";
import { setTheme } from "../../preferences/set-theme.ts";
import { signOut } from "../../sign-in/accounts.ts";
import { useStaff } from "./staff.tsx";

const themes = [
  { id: "system", label: "Theme of the system", icon: <Monitor size={16} aria-hidden /> },
  { id: "light", label: "Light", icon: <Sun size={16} aria-hidden /> },
  { id: "dark", label: "Dark", icon: <Moon size={16} aria-hidden /> },
] as const;

/** Back to the chat, the theme, and out. */
export function StaffMenu({ theme }: { theme: Theme }) {
  const me = useStaff();
  const router = useRouter();
  const [shown, setShown] = useState(theme);
  const choose = (next: Theme) => {
    setTheme(next);
    setShown(next);
  };
  return (
    <Menu
      label="Account"
      items={[
        { id: "chat", label: "Back to chat", icon: <MessageSquare size={16} aria-hidden />, onSelect: () => router.push("/") },
        ...themes.map(({ id, label, icon }, index) => ({
          id,
          label,
          icon,
          checked: shown === id,
          separated: index === 0,
          onSelect: () => choose(id),
        })),
        {
          id: "sign-out",
          label: "Sign out",
          icon: <LogOut size={16} aria-hidden />,
          separated: true,
          onSelect: () => void signOut(),
        },
      ]}
      trigger={
        <button
          type="button"
          className="chat:flex chat:h-8 chat:items-center chat:gap-2 chat:rounded-lg chat:px-1.5 chat:text-sm chat:hover:bg-hover"
        >
          <Avatar id={me.id} name={me.name} image={me.image} size={24} />
          <span className="chat:max-w-40 chat:truncate chat:max-sm:sr-only">{me.name}</span>
          <span className="chat:text-xs chat:text-muted chat:max-lg:sr-only">{me.role}</span>
        </button>
      }
    />
  );
}
