"use client";

import { Button } from "@chat/ui/button";
import { IconButton } from "@chat/ui/icon-button";
import { X } from "lucide-react";
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";

export interface Toast {
  readonly text: string;
  /** Takes back what was done; offered while the toast stands. */
  readonly onUndo?: () => void;
  /** Something failed: read out at once. */
  readonly isProblem?: boolean;
}

interface Shown extends Toast {
  readonly id: number;
}

/** How long a toast stands, in milliseconds: as long as what can be undone can be undone. */
const standsMs = 10_000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);
let lastId = 0;

/** Says in a corner what was done or what failed. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const show = useCallback((toast: Toast) => {
    lastId += 1;
    const shown = { ...toast, id: lastId };
    setToasts((before) => [...before.slice(-2), shown]);
  }, []);
  const close = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="region"
        aria-label="Notices"
        className="chat:pointer-events-none chat:fixed chat:inset-x-3 chat:bottom-3 chat:z-50 chat:flex chat:flex-col chat:items-center chat:gap-2 chat:sm:inset-x-auto chat:sm:end-4 chat:sm:bottom-4 chat:sm:items-end"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const { id, text, onUndo, isProblem = false } = toast;
  useEffect(() => {
    const timer = setTimeout(() => onClose(id), standsMs);
    return () => clearTimeout(timer);
  }, [id, onClose]);
  return (
    <div
      role={isProblem ? "alert" : "status"}
      data-slot="toast"
      className={`chat:pointer-events-auto chat:flex chat:max-w-full chat:sm:max-w-104 chat:animate-[chat-rise_160ms_ease-out] chat:items-center chat:gap-2 chat:rounded-xl chat:border chat:bg-raised chat:py-1.5 chat:ps-3.5 chat:pe-1.5 chat:text-sm chat:shadow-overlay ${isProblem ? "chat:border-danger-text chat:text-danger-text" : "chat:border-border"}`}
    >
      <span className="chat:min-w-0 chat:wrap-anywhere">{text}</span>
      {onUndo && (
        <Button
          size="sm"
          variant="ghost"
          className="chat:text-accent-text"
          onClick={() => {
            onClose(id);
            onUndo();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton label="Close notice" icon={<X size={14} aria-hidden />} size="sm" tooltip={false} onClick={() => onClose(id)} />
    </div>
  );
}
