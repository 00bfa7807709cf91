"use client";

import type { ChatDefinition } from "@chat/contract";
import type { ReactElement } from "react";
import { useFoldedPeople } from "../block/folded.tsx";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { dateFormat } from "../catalogue/formats.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { useMessageKinds } from "./message-kind.tsx";
import { QuoteBlock } from "./quote-block.tsx";
import type { TimelineMessage } from "./timeline-message.ts";
import { useSlots, type Slots } from "../slots/slots.tsx";
import { useReaderZone } from "./use-reader-zone.ts";

const texts = { message: messageStrings };

export interface MessageBodyProps<D extends ChatDefinition> {
  message: TimelineMessage<D>;
  nameOf: (userId: string) => string | undefined;
  components?: Slots<D> | undefined;
  onJump?: ((seq: number) => void) | undefined;
  /** A message of the same conversation that is held, for a quote of it. */
  messageAt?: ((seq: number) => TimelineMessage | undefined) | undefined;
}

/** What a message says: the quote that it answers, its text or its kind's own component, the product's fields. */
export function MessageBody<D extends ChatDefinition>({
  message,
  nameOf,
  components,
  onJump,
  messageAt,
}: MessageBodyProps<D>): ReactElement {
  const t = useTexts(texts);
  const kinds = useMessageKinds();
  const folded = useFoldedPeople();
  const slots = useSlots() as unknown as Slots<D>;
  if (message.deletedAt !== null || message.hiddenAt !== undefined) {
    return (
      <p data-slot="tombstone" className="chat:text-base chat:text-muted chat:italic">
        {message.deletedAt === null ? t.message.underReview : t.message.deleted}
      </p>
    );
  }
  const Kind = kinds.byName.get(message.kind)?.render;
  const Extra = components?.MessageExtra ?? slots.MessageExtra;
  const plain = message as unknown as TimelineMessage;
  const quote = message.replyTo;
  const quoted = quote ? messageAt?.(quote.seq) : undefined;
  return (
    <>
      {quote && (
        <QuoteBlock
          quote={quote}
          name={nameOf(quote.author.id) ?? quote.author.name}
          preview={
            folded.has(quote.author.id) ? t.message.folded : quoted && quoted.id === quote?.id ? kinds.preview(quoted) : undefined
          }
          {...(onJump ? { onJump } : {})}
        />
      )}
      {Kind ? (
        <Kind message={plain} />
      ) : (
        message.text !== "" && <Markdown text={message.text} suffix={message.editedAt && <EditedMark at={message.editedAt} />} />
      )}
      {Extra && <Extra message={message} />}
    </>
  );
}

function EditedMark({ at }: { at: string }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { timeZone } = useReaderZone();
  const moment = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", ...(timeZone ? { timeZone } : {}) }).format(
    new Date(at),
  );
  return (
    <span
      data-slot="edited"
      title={t.message.editedAt(moment)}
      suppressHydrationWarning
      className="chat:ms-1 chat:text-2xs chat:whitespace-nowrap chat:text-muted"
    >
      ({t.message.edited})
    </span>
  );
}
