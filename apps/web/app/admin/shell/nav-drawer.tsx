"use client";

import { IconButton } from "@chat/ui/icon-button";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Navigation } from "./navigation.tsx";

/** The navigation on a phone: over the screen, from its left edge. Escape and a tap beside it close it. */
export function NavDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label="Navigation"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className="chat:m-0 chat:hidden chat:h-dvh chat:max-h-none chat:w-64 chat:max-w-none chat:flex-col chat:border-0 chat:border-e chat:border-border chat:bg-surface chat:p-0 chat:text-text chat:open:flex chat:backdrop:bg-overlay"
    >
      {isOpen && (
        <>
          <IconButton
            label="Close navigation"
            icon={<X size={18} aria-hidden />}
            tooltip={false}
            onClick={onClose}
            className="chat:absolute chat:end-2 chat:top-2"
          />
          <Navigation onFollow={onClose} />
        </>
      )}
    </dialog>
  );
}
