"use client";

import {
  cloneElement,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type SyntheticEvent,
} from "react";
import { lazyPart } from "./lazy-part.ts";
import type { TooltipSide } from "./tooltip-bubble.tsx";

export type { TooltipSide } from "./tooltip-bubble.tsx";

const TooltipBubble = lazyPart(() => import("./tooltip-bubble.tsx").then((module) => module.TooltipBubble), "idle");

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
        <Suspense fallback={null}>
          <TooltipBubble id={id} anchor={anchor} side={side} hidden={!describes}>
            {label}
          </TooltipBubble>
        </Suspense>
      )}
    </>
  );
}
