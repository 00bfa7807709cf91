import type { ReactElement } from "react";
import { classNames } from "../styles/class-names.ts";

export interface SpinnerProps {
  /** Read out; without it the spinner is decoration. */
  label?: string;
  /** Edge in pixels. */
  size?: number;
  className?: string;
}

export function Spinner({ label, size = 16, className }: SpinnerProps): ReactElement {
  return (
    <span role={label ? "status" : undefined} data-slot="spinner" className={classNames("chat:inline-flex", className)}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        aria-hidden
        className="chat:animate-[chat-spin_700ms_linear_infinite]"
      >
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity={0.22} strokeWidth={2} />
        <path d="M8 1.75A6.25 6.25 0 0 1 14.25 8" stroke="currentColor" strokeWidth={2} strokeLinecap="round" />
      </svg>
      {label && <span className="chat:sr-only">{label}</span>}
    </span>
  );
}
