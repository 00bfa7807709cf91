"use client";

import { useRef, useState, type DragEvent, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { attachmentStrings } from "../catalogue/attachment-strings.ts";
import { hasFiles } from "./take-files.ts";

const texts = { attachment: attachmentStrings };

export interface ComposerDropProps {
  state: "editing" | "writing";
  className: string;
  onFiles: ((files: readonly File[]) => void) | undefined;
  children: ReactNode;
}

/** The composer's box, which takes files that are dropped on it. */
export function ComposerDrop({ state, className, onFiles, children }: ComposerDropProps): ReactElement {
  const t = useTexts(texts);
  const [isOver, setOver] = useState(false);
  // A child is entered before its parent is left.
  const depth = useRef(0);
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = onFiles && {
    onDragEnter: enter(1),
    onDragLeave: enter(-1),
    onDragOver: (event: DragEvent) => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      depth.current = 0;
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
  };
  return (
    <div data-slot="composer" data-state={state} data-dropping={isOver || undefined} className={className} {...drop}>
      {children}
      {isOver && (
        <p className="chat:pointer-events-none chat:absolute chat:inset-0 chat:z-20 chat:flex chat:items-center chat:justify-center chat:rounded-2xl chat:border-2 chat:border-dashed chat:border-accent chat:bg-accent-soft chat:text-sm chat:font-medium chat:text-accent-text">
          {t.attachment.drop}
        </p>
      )}
    </div>
  );
}
