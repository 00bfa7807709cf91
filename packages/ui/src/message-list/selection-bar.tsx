"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { selectionStrings } from "../catalogue/selection-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CloseIcon, CopyIcon, TrashIcon } from "../primitives/icons.tsx";
import { ForwardIcon } from "../primitives/media-icons.tsx";

const texts = { selection: selectionStrings };

export interface SelectionBarProps {
  count: number;
  onCopy: () => void;
  /** Left out where it may not be done with all that are selected. */
  onForward?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
  onClose: () => void;
}

/** What can be done with the selected messages; stands where the composer would. Escape ends selecting. */
export function SelectionBar({ count, onCopy, onForward, onDelete, onClose }: SelectionBarProps): ReactElement {
  const t = useTexts(texts);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]');
      if (event.key !== "Escape" || event.defaultPrevented || isInDialog) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const isNone = count === 0;
  return (
    <div
      role="toolbar"
      aria-label={t.selection.label}
      data-slot="selection-bar"
      className="chat:flex chat:min-h-11.5 chat:items-center chat:gap-1 chat:rounded-2xl chat:border chat:border-border chat:bg-raised chat:px-1.5 chat:shadow-raised"
    >
      <IconButton label={t.selection.end} icon={<CloseIcon size={18} />} onClick={onClose} />
      <span aria-live="polite" className="chat:min-w-0 chat:flex-1 chat:truncate chat:px-1 chat:text-sm chat:font-medium">
        {t.selection.selected(count)}
      </span>
      <IconButton label={t.selection.copy} icon={<CopyIcon size={18} />} disabled={isNone} onClick={onCopy} />
      {onForward && (
        <IconButton label={t.selection.forward} icon={<ForwardIcon size={18} />} disabled={isNone} onClick={onForward} />
      )}
      {onDelete && (
        <IconButton
          label={t.selection.delete}
          icon={<TrashIcon size={18} />}
          disabled={isNone}
          className="chat:text-danger-text"
          onClick={onDelete}
        />
      )}
    </div>
  );
}
