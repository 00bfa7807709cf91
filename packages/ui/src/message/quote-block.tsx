"use client";

import type { Quote } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { previewText } from "../channel-list/preview-text.ts";

const texts = { message: messageStrings };

export interface QuoteBlockProps {
  quote: Quote;
  /** The author's current name. */
  name: string;
  /** What it says, where its kind has a line of its own for that. */
  preview?: string | undefined;
  /** Shows the quoted message; without it the block is only text. */
  onJump?: (seq: number) => void;
}

/** The message that another one answers, in one line. */
export function QuoteBlock({ quote, name, preview, onJump }: QuoteBlockProps): ReactElement {
  const t = useTexts(texts);
  const gone = quote.deletedAt !== null;
  const absent = gone ? t.message.deletedQuote : quote.hiddenAt === undefined ? t.message.hiddenQuote : t.message.underReview;
  const text = gone || quote.text === null ? absent : (preview ?? previewText(quote.text));
  const inside = (
    <>
      <span className="chat:max-w-48 chat:shrink-0 chat:truncate chat:font-semibold chat:text-text">{name}</span>
      <span dir="auto" className={`chat:min-w-0 chat:truncate ${gone || quote.text === null ? "chat:italic" : ""}`}>
        {text}
      </span>
    </>
  );
  const look =
    "chat:mb-0.5 chat:flex chat:w-fit chat:max-w-full chat:items-baseline chat:gap-1.5 chat:rounded-sm chat:border-s-2 chat:border-border-strong chat:py-0.5 chat:ps-2 chat:pe-1.5 chat:text-xs chat:text-muted";
  return onJump ? (
    <button
      type="button"
      data-slot="quote"
      title={t.message.jumpToQuote(name)}
      onClick={() => onJump(quote.seq)}
      className={`${look} chat:transition-colors chat:hover:border-accent chat:hover:text-text`}
    >
      {inside}
    </button>
  ) : (
    <div data-slot="quote" className={look}>
      {inside}
    </div>
  );
}
