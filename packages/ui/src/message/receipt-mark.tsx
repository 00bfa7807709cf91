"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { AlertIcon, CheckCheckIcon, CheckIcon, ClockIcon } from "../primitives/icons.tsx";
import type { Receipt } from "./timeline-message.ts";

const texts = { message: messageStrings };

const icons = { sending: ClockIcon, failed: AlertIcon, sent: CheckIcon, delivered: CheckCheckIcon, read: CheckCheckIcon };

/** How far an own message got: a clock, one tick, two ticks, two coloured ticks. */
export function ReceiptMark({ receipt, className }: { receipt: Receipt; className?: string }): ReactElement {
  const t = useTexts(texts);
  const Icon = icons[receipt];
  const tone = receipt === "read" ? "chat:text-accent-text" : receipt === "failed" ? "chat:text-danger-text" : "chat:text-muted";
  return (
    <span
      role="img"
      aria-label={t.message[receipt]}
      title={t.message[receipt]}
      data-slot="receipt"
      data-state={receipt}
      className={`chat:inline-flex ${tone} ${className ?? ""}`}
    >
      <Icon size={14} />
    </span>
  );
}
