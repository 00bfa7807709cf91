"use client";

import { cloneElement, lazy, Suspense, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from "react";

// Loaded on first use: the first paint needs no menu.
const MenuSurface = lazy(() => import("./menu-surface.tsx").then((module) => ({ default: module.MenuSurface })));

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A key shown at the end. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Draws a check mark: a choice that is on. */
  checked?: boolean;
  /** Starts a new section above it. */
  separated?: boolean;
  onSelect: () => void;
}

interface MenuTriggerProps {
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  "aria-haspopup"?: "menu";
  "aria-expanded"?: boolean;
  ref?: unknown;
}

export interface MenuProps {
  items: readonly MenuItem[];
  /** The menu's name. */
  label: string;
  /** A button. */
  trigger: ReactElement<MenuTriggerProps>;
  side?: "top" | "bottom";
  align?: "start" | "end";
  onOpenChange?: (open: boolean) => void;
}

/** A button that opens a list of commands. Arrow keys, Home, End, type-ahead, Escape; focus comes back to the button. */
export function Menu({ items, label, trigger, side = "bottom", align = "end", onOpenChange }: MenuProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setUsed(true);
    onOpenChange?.(next);
  };
  return (
    <span ref={anchor} data-slot="menu-anchor" className="chat:relative chat:inline-flex">
      {cloneElement(trigger, { onClick: () => change(!open), "aria-haspopup": "menu", "aria-expanded": open })}
      {used && (
        <Suspense fallback={null}>
          <MenuSurface
            open={open}
            onOpenChange={change}
            items={items}
            label={label}
            side={side}
            align={align}
            focusBack={() => anchor.current?.querySelector<HTMLElement>("button")?.focus()}
          />
        </Suspense>
      )}
    </span>
  );
}
