"use client";

import { IconButton } from "@chat/ui/icon-button";
import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

export interface PanelProps {
  /** What is shown, such as a person's name. */
  title: string;
  /** What can be done, under the title. */
  actions?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Details beside a table; over it where the window is narrow. Escape closes it, unless a dialog or menu is open. */
export function Panel({ title, actions, onClose, children }: PanelProps) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return;
      close.current();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <aside
      aria-label={title}
      data-slot="panel"
      className="chat:flex chat:min-h-0 chat:flex-col chat:border-s chat:border-border chat:bg-bg chat:max-lg:fixed chat:max-lg:inset-0 chat:max-lg:z-30 chat:lg:w-[26rem] chat:lg:shrink-0 chat:2xl:w-[32rem]"
    >
      <header className="chat:flex chat:min-h-12 chat:shrink-0 chat:items-center chat:gap-2 chat:border-b chat:border-border chat:px-4">
        <h2 dir="auto" className="chat:min-w-0 chat:flex-1 chat:truncate chat:text-base chat:font-semibold">
          {title}
        </h2>
        <IconButton label="Close details" icon={<X size={18} aria-hidden />} tooltip={false} onClick={onClose} />
      </header>
      {actions !== undefined && (
        <div className="chat:flex chat:shrink-0 chat:flex-wrap chat:gap-2 chat:border-b chat:border-border chat:px-4 chat:py-2.5">
          {actions}
        </div>
      )}
      <div
        tabIndex={0}
        role="region"
        aria-label="Details"
        className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:px-4 chat:py-3 chat:-outline-offset-2"
      >
        {children}
      </div>
    </aside>
  );
}
