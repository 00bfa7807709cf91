"use client";

import {
  cloneElement,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { createPortal } from "react-dom";
import { useSurroundings } from "../root/portal-container.tsx";
import { placeBeside } from "./place-beside.ts";

export type TooltipSide = "top" | "bottom";

const DELAY_MS = 350;

export interface TooltipProps {
  label: ReactNode;
  side?: TooltipSide;
  /** True where the label tells more than the child's own name; it is then its description. */
  describes?: boolean;
  /** Called once each time it opens, to load what it shows. */
  onOpen?: () => void;
  /** One element that takes pointer, focus and key handlers. */
  children: ReactElement<TriggerProps>;
}

type Handler = (event: never) => void;
interface TriggerProps {
  onPointerEnter?: Handler | undefined;
  onPointerLeave?: Handler | undefined;
  onPointerDown?: Handler | undefined;
  onFocus?: Handler | undefined;
  onBlur?: Handler | undefined;
  onKeyDown?: Handler | undefined;
  "aria-describedby"?: string | undefined;
}

/** A short text beside a control on hover and keyboard focus. No library: it is on the path of the first paint. */
export function Tooltip({ label, side = "top", describes = false, onOpen, children }: TooltipProps): ReactElement {
  const id = useId();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const open = (target: Element) => {
    setAnchor(target);
    onOpen?.();
  };
  const close = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const after = (theirs: Handler | undefined, ours: (event: SyntheticEvent) => void) => (event: SyntheticEvent) => {
    theirs?.(event as never);
    ours(event);
  };
  const props = children.props;
  const trigger = cloneElement(children, {
    onPointerEnter: after(props.onPointerEnter, (event) => {
      if ((event.nativeEvent as PointerEvent).pointerType !== "mouse") return;
      const target = event.currentTarget;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => open(target), DELAY_MS);
    }),
    onPointerLeave: after(props.onPointerLeave, close),
    onPointerDown: after(props.onPointerDown, close),
    onFocus: after(props.onFocus, (event) => event.currentTarget.matches(":focus-visible") && open(event.currentTarget)),
    onBlur: after(props.onBlur, close),
    onKeyDown: after(props.onKeyDown, (event) => (event.nativeEvent as KeyboardEvent).key === "Escape" && close()),
    ...(describes && anchor ? { "aria-describedby": id } : {}),
  });
  return (
    <>
      {trigger}
      {anchor && (
        <TooltipBubble id={id} anchor={anchor} side={side} hidden={!describes}>
          {label}
        </TooltipBubble>
      )}
    </>
  );
}

interface BubbleProps {
  id: string;
  anchor: Element;
  side: TooltipSide;
  hidden: boolean;
  children: ReactNode;
}

function TooltipBubble({ id, anchor, side, hidden, children }: BubbleProps) {
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
