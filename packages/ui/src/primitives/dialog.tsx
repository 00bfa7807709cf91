"use client";

import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import { lazyPart } from "./lazy-part.ts";

const DialogSurface = lazyPart(() => import("./dialog-surface.tsx").then((module) => module.DialogSurface), "idle");

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** A sentence under the title, read out with it. */
  description?: string;
  /** Width: 384, 480 or 640 px; on a phone it is a sheet at the bottom. */
  size?: "sm" | "md" | "lg";
  /** `alert` must be answered: a click outside does not close it. */
  kind?: "dialog" | "alert";
  /** Buttons at the end. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** A modal dialog. Focus stays inside and comes back to where it was. */
export function Dialog(props: DialogProps): ReactElement | null {
  const [used, setUsed] = useState(false);
  if (props.open && !used) setUsed(true);
  if (!used && !props.open) return null;
  return (
    <Suspense fallback={null}>
      <DialogSurface {...props} />
    </Suspense>
  );
}
