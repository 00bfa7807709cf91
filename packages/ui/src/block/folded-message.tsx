"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";

const texts = { message: messageStrings };

/** In place of what somebody says whom the reader blocked. */
export function FoldedMessage({ onShow }: { onShow: () => void }): ReactElement {
  const t = useTexts(texts);
  return (
    <p data-slot="folded-message" className="chat:text-base chat:text-muted">
      <span className="chat:italic">{t.message.folded}</span>{" "}
      <button type="button" className="chat:ms-1 chat:font-medium chat:text-accent-text chat:hover:underline" onClick={onShow}>
        {t.message.showFolded}
      </button>
    </p>
  );
}
