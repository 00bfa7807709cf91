"use client";

import { cloneElement, Suspense, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.ts";

const PopoverSurface = lazyPart(() => import("./popover-surface.tsx").then((module) => module.PopoverSurface), "idle");

interface PopoverTriggerProps {
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  "aria-haspopup"?: "dialog";
  "aria-expanded"?: boolean;
}

export interface PopoverProps {
  /** Controlled when given. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Its name. */
  label: string;
  /** A button. */
  trigger: ReactElement<PopoverTriggerProps>;
  side?: "top" | "bottom";
  align?: "start" | "center" | "end";
  className?: string;
  /** Where focus goes when it closes; to the button when absent. */
  focusBack?: (() => void) | undefined;
  children: ReactNode;
}

/** A button that opens a small panel. Escape or a click outside closes it, and focus comes back to the button. */
export function Popover(props: PopoverProps): ReactElement {
  const { label, trigger, side = "bottom", align = "center", className, children, onOpenChange } = props;
  const [held, setHeld] = useState(false);
  const [used, setUsed] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const open = props.open ?? held;
  if (open && !used) setUsed(true);
  const change = (next: boolean) => {
    setHeld(next);
    onOpenChange?.(next);
  };
  return (
    <span ref={anchor} data-slot="popover-anchor" className="chat:relative chat:inline-flex">
      {cloneElement(trigger, { onClick: () => change(!open), "aria-haspopup": "dialog", "aria-expanded": open })}
      {used && (
        <Suspense fallback={null}>
          <PopoverSurface
            open={open}
            onOpenChange={change}
            label={label}
            side={side}
            align={align}
            className={className}
            anchor={anchor}
            focusBack={props.focusBack ?? (() => anchor.current?.querySelector<HTMLElement>("button")?.focus())}
          >
            {children}
          </PopoverSurface>
        </Suspense>
      )}
    </span>
  );
}
