"use client";

import type { UserRef } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { listFormat } from "../catalogue/formats.ts";
import { AvatarStack } from "../primitives/avatar.tsx";
import { Tooltip } from "../primitives/tooltip.tsx";
import { ReceiptMark } from "./receipt-mark.tsx";
import type { Receipt } from "./timeline-message.ts";

const texts = { message: messageStrings };

export interface SeenByProps {
  receipt: Receipt;
  /** Those whose reading ends at this message. */
  faces: readonly UserRef[];
  className?: string;
}

/** At the end of an own message: the faces of those who read up to it, or how far it got. */
export function SeenBy({ receipt, faces, className }: SeenByProps): ReactElement {
  const t = useTexts(texts);
  const { locale } = useLocale();
  if (faces.length === 0) return <ReceiptMark receipt={receipt} {...(className ? { className } : {})} />;
  const names = t.message.seenByNames(listFormat(locale).format(faces.map((person) => person.name)));
  return (
    <Tooltip label={names}>
      <span role="img" aria-label={names} data-slot="seen-by" className={`chat:inline-flex ${className ?? ""}`}>
        <AvatarStack people={faces} />
      </span>
    </Tooltip>
  );
}
