"use client";

import type { ComposerExtra } from "@chat/ui";
import type { AppChat } from "../../chat.config.ts";

/** Our own field in the composer: whether the message that is being written is urgent. */
export function UrgentToggle({ custom, setCustom }: ComposerExtra<AppChat>) {
  const isUrgent = custom.priority === "urgent";
  return (
    <button
      type="button"
      aria-pressed={isUrgent}
      title={isUrgent ? "Urgent: on" : "Mark as urgent"}
      aria-label="Urgent"
      onClick={() => setCustom(isUrgent ? null : { priority: "urgent" })}
      className="chat:grid chat:size-8 chat:place-items-center chat:rounded-lg chat:text-muted chat:hover:bg-hover chat:aria-pressed:bg-danger-soft chat:aria-pressed:text-danger-text"
    >
      <svg
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        aria-hidden
      >
        <path
          d="M4.5 17V3.5m0 .6c3-1.6 5 1.4 8 .4 1.1-.3 2-.8 3-1.4v7.4c-3 2.2-5.4.4-7.4.2-1.400-.1-2.6.4-3.600 1"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
