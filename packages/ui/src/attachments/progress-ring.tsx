import type { ReactElement } from "react";

const RADIUS = 10;
const ROUND = 2 * Math.PI * RADIUS;

/** How far an upload is, over its picture; 0 to 1. */
export function ProgressRing({ value, label }: { value: number; label: string }): ReactElement {
  const done = Math.min(1, Math.max(0, value));
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(done * 100)}
      className="chat:absolute chat:inset-0 chat:flex chat:items-center chat:justify-center chat:bg-overlay chat:text-accent-contrast"
    >
      <svg aria-hidden width={26} height={26} viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeWidth={3}>
        <circle cx={13} cy={13} r={RADIUS} opacity={0.35} />
        <circle
          cx={13}
          cy={13}
          r={RADIUS}
          strokeLinecap="round"
          strokeDasharray={`${done * ROUND} ${ROUND}`}
          transform="rotate(-90 13 13)"
        />
      </svg>
    </span>
  );
}
