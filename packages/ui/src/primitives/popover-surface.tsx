"use client";

import { Popover } from "radix-ui";
import type { ReactElement, ReactNode, RefObject } from "react";
import { useSurroundings } from "../root/portal-container.tsx";
import { classNames } from "../styles/class-names.ts";
import { surfaceClass } from "./surface-class.ts";

export interface PopoverSurfaceProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  side: "top" | "bottom";
  align: "start" | "center" | "end";
  className: string | undefined;
  /** A click on it is the trigger's business, not one outside. */
  anchor: RefObject<HTMLElement | null>;
  focusBack: () => void;
  children: ReactNode;
}

export function PopoverSurface(props: PopoverSurfaceProps): ReactElement {
  const { open, onOpenChange, label, side, align, className, anchor, focusBack, children } = props;
  const { container } = useSurroundings();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor asChild>
        <span aria-hidden className="chat:pointer-events-none chat:absolute chat:inset-0" />
      </Popover.Anchor>
      <Popover.Portal container={container}>
        <Popover.Content
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          data-slot="popover"
          className={classNames(surfaceClass, "chat:max-w-[calc(100vw-1rem)]", className)}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusBack();
          }}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
