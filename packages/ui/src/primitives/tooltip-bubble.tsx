"use client";

import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useSurroundings } from "../root/portal-container.tsx";
import { placeBeside } from "./place-beside.ts";

export type TooltipSide = "top" | "bottom";

interface TooltipBubbleProps {
  id: string;
  anchor: Element;
  side: TooltipSide;
  hidden: boolean;
  children: ReactNode;
}

/** The text of a tooltip, beside its anchor and over everything. */
export function TooltipBubble({ id, anchor, side, hidden, children }: TooltipBubbleProps): ReactElement {
  const { container } = useSurroundings();
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (bubble.current) placeBeside(bubble.current, anchor, side);
  });
  return createPortal(
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      aria-hidden={hidden || undefined}
      data-slot="tooltip"
      className="chat-root chat:pointer-events-none chat:fixed chat:start-0 chat:top-0 chat:z-50 chat:max-w-64 chat:animate-[chat-fade-in_120ms_ease-out] chat:rounded-md chat:bg-text chat:px-2 chat:py-1 chat:text-xs chat:font-medium chat:text-bg chat:shadow-raised chat:wrap-anywhere"
    >
      {children}
    </div>,
    container ?? document.body,
  );
}
