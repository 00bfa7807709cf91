"use client";

import { useId, type ReactElement } from "react";
import { classNames } from "../styles/class-names.ts";

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  label: string;
  description?: string;
  disabled?: boolean;
}

/** A setting that takes effect at once. */
export function Switch({ checked, onCheckedChange, label, description, disabled = false }: SwitchProps): ReactElement {
  const id = useId();
  return (
    <div
      data-slot="switch"
      data-state={checked ? "on" : "off"}
      className="chat:flex chat:items-start chat:justify-between chat:gap-4"
    >
      <label htmlFor={id} className="chat:min-w-0 chat:text-sm">
        <span className="chat:block chat:font-medium">{label}</span>
        {description && (
          <span id={`${id}-hint`} className="chat:block chat:text-xs chat:text-muted">
            {description}
          </span>
        )}
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={checked}
        aria-describedby={description ? `${id}-hint` : undefined}
        disabled={disabled}
        onClick={() => onCheckedChange(!checked)}
        className={classNames(
          "chat:mt-0.5 chat:inline-flex chat:h-5 chat:w-9 chat:shrink-0 chat:items-center chat:rounded-full chat:p-0.5 chat:transition-colors chat:disabled:opacity-50",
          checked ? "chat:bg-accent" : "chat:bg-border-strong",
        )}
      >
        <span
          className={classNames(
            "chat:size-4 chat:rounded-full chat:bg-accent-contrast chat:shadow-raised chat:transition-transform",
            checked && "chat:translate-x-4 chat:rtl:-translate-x-4",
          )}
        />
      </button>
    </div>
  );
}
