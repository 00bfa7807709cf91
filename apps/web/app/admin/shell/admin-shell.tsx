"use client";

import { IconButton } from "@chat/ui/icon-button";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Theme } from "../../preferences/preferences.ts";
import { NavDrawer } from "./nav-drawer.tsx";
import { Navigation } from "./navigation.tsx";
import { Palette } from "./palette.tsx";
import { StaffMenu } from "./staff-menu.tsx";
import { StaffProvider, type Staff } from "./staff.tsx";
import { ToastProvider } from "./toast.tsx";
import { CallsProvider } from "./trpc.tsx";
import { useIsApple } from "./use-is-apple.ts";

/** What goes around every screen of the console: navigation, the bar with the palette, calls and toasts. */
export function AdminShell({ me, theme, children }: { me: Staff; theme: Theme; children: ReactNode }) {
  return (
    <CallsProvider>
      <StaffProvider me={me}>
        <ToastProvider>
          <Frame theme={theme}>{children}</Frame>
        </ToastProvider>
      </StaffProvider>
    </CallsProvider>
  );
}

function Frame({ theme, children }: { theme: Theme; children: ReactNode }) {
  const [isSearching, setIsSearching] = useState(false);
  const [isNavOpen, setIsNavOpen] = useState(false);
  const isApple = useIsApple();
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setIsSearching((isOpen) => !isOpen);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div data-slot="console" className="chat:grid chat:h-full chat:md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        href="#console-main"
        onClick={() => main.current?.focus()}
        className="chat:sr-only chat:focus:not-sr-only chat:focus:fixed chat:focus:start-2 chat:focus:top-2 chat:focus:z-50 chat:focus:rounded-lg chat:focus:bg-raised chat:focus:px-3 chat:focus:py-2 chat:focus:text-sm"
      >
        Skip to the screen
      </a>
      <aside className="chat:hidden chat:min-h-0 chat:border-e chat:border-border chat:bg-surface chat:md:flex chat:md:flex-col">
        <Navigation />
      </aside>
      <div className="chat:flex chat:min-h-0 chat:min-w-0 chat:flex-col">
        <header className="chat:flex chat:h-12 chat:shrink-0 chat:items-center chat:gap-2 chat:border-b chat:border-border chat:px-3">
          <IconButton
            label="Open navigation"
            icon={<MenuIcon size={18} aria-hidden />}
            tooltip={false}
            onClick={() => setIsNavOpen(true)}
            className="chat:md:hidden"
          />
          <button
            type="button"
            onClick={() => setIsSearching(true)}
            aria-keyshortcuts="Control+K Meta+K"
            className="chat:flex chat:h-8 chat:min-w-0 chat:flex-1 chat:items-center chat:gap-2 chat:rounded-lg chat:border chat:border-border chat:bg-surface chat:px-2.5 chat:text-sm chat:text-muted chat:hover:bg-hover chat:md:max-w-96"
          >
            <Search size={15} aria-hidden />
            <span className="chat:min-w-0 chat:flex-1 chat:truncate chat:text-start">Find people, groups, screens</span>
            <kbd aria-hidden className="chat:hidden chat:font-sans chat:text-xs chat:sm:inline">
              {isApple ? "⌘K" : "Ctrl K"}
            </kbd>
          </button>
          <div className="chat:ms-auto">
            <StaffMenu theme={theme} />
          </div>
        </header>
        <main id="console-main" ref={main} tabIndex={-1} className="chat:min-h-0 chat:flex-1 chat:outline-none">
          {children}
        </main>
      </div>
      <NavDrawer isOpen={isNavOpen} onClose={() => setIsNavOpen(false)} />
      <Palette isOpen={isSearching} onOpenChange={setIsSearching} />
    </div>
  );
}
