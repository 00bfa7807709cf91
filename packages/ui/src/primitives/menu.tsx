"use client";

import { cloneElement, Suspense, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.ts";

// Loaded on first use: the first paint needs no menu.
const MenuSurface = lazyPart(() => import("./menu-surface.tsx").then((module) => module.MenuSurface), "idle");

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
  /** Controlled when given. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Where focus goes after closing; the button when absent. */
  focusBack?: () => void;
}

/** A button that opens a list of commands. Arrow keys, Home, End, type-ahead, Escape; focus comes back to the button. */
export function Menu({
  items,
  label,
  trigger,
  side = "bottom",
  align = "end",
  onOpenChange,
  focusBack,
  ...rest
}: MenuProps): ReactElement {
  const [held, setHeld] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const open = rest.open ?? held;
  if (open && !used) setUsed(true);
  const change = (next: boolean) => {
    setHeld(next);
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
            focusBack={focusBack ?? (() => anchor.current?.querySelector<HTMLElement>("button")?.focus())}
          />
        </Suspense>
      )}
    </span>
  );
}
