"use client";

import { useState, type ReactElement, type ReactNode } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";

const texts = { message: messageStrings };

/** Text that is hidden, from screen readers too, until it is asked for. `plain` stands for it meanwhile, so that it takes the same room. */
export function SpoilerText({ plain, children }: { plain: string; children: ReactNode }): ReactElement {
  const t = useTexts(texts);
  const [isShown, setShown] = useState(false);
  return isShown ? (
    <span data-slot="spoiler" data-state="shown" className="chat:rounded-sm chat:bg-active">
      {children}
    </span>
  ) : (
    <button
      type="button"
      data-slot="spoiler"
      data-state="hidden"
      onClick={() => setShown(true)}
      className="chat:inline chat:rounded-sm chat:bg-muted chat:text-start chat:text-transparent chat:select-none chat:hover:bg-text"
    >
      <span className="chat:sr-only">{t.message.showSpoiler}</span>
      <span aria-hidden className="chat:wrap-anywhere">
        {plain}
      </span>
    </button>
  );
}
