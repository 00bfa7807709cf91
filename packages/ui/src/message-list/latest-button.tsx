"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { ArrowDownIcon } from "../primitives/icons.tsx";

const texts = { message: messageStrings };

/** Over the end of the list while it is out of sight; counts what others wrote there since it was left. */
export function LatestButton({ count, onClick }: { count: number; onClick: () => void }): ReactElement {
  const t = useTexts(texts);
  return (
    <button
      type="button"
      data-slot="jump-to-latest"
      data-count={count}
      aria-label={count > 0 ? `${t.message.jumpToLatest}, ${t.message.newMessages(count)}` : t.message.jumpToLatest}
      onClick={onClick}
      className={`chat:absolute chat:end-4 chat:bottom-3 chat:z-20 chat:flex chat:h-9 chat:min-w-9 chat:animate-[chat-pop-in_140ms_ease-out] chat:items-center chat:justify-center chat:gap-1.5 chat:rounded-full chat:border chat:text-xs chat:font-semibold chat:shadow-raised chat:transition-colors ${
        count > 0
          ? "chat:border-transparent chat:bg-accent chat:px-3 chat:text-accent-contrast chat:hover:bg-accent-hover"
          : "chat:border-border chat:bg-raised chat:text-text chat:hover:bg-hover"
      }`}
    >
      <ArrowDownIcon />
      {count > 0 && <span className="chat:tabular-nums">{t.message.newMessages(count)}</span>}
    </button>
  );
}
