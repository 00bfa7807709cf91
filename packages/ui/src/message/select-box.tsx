"use client";

import type { ReactElement } from "react";
import { CheckIcon } from "../primitives/icons.tsx";

export interface SelectBoxProps {
  label: string;
  isSelected: boolean;
  onToggle: (isRange: boolean) => void;
}

/** Lies over a message while several are selected: a click anywhere chooses it, with Shift all up to it. */
export function SelectBox({ label, isSelected, onToggle }: SelectBoxProps): ReactElement {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={label}
      tabIndex={-1}
      data-slot="select-box"
      onClick={(event) => onToggle(event.shiftKey)}
      className={`chat:absolute chat:inset-0 chat:z-10 chat:flex chat:items-center chat:ps-3 chat:transition-colors ${isSelected ? "chat:bg-accent/10" : "chat:hover:bg-accent/5"}`}
    >
      <span
        className={`chat:flex chat:size-5 chat:items-center chat:justify-center chat:rounded-full chat:border-2 ${isSelected ? "chat:border-accent chat:bg-accent chat:text-accent-contrast" : "chat:border-border-strong chat:bg-bg"}`}
      >
        {isSelected && <CheckIcon size={12} strokeWidth={3} />}
      </span>
    </button>
  );
}
