"use client";

import type { ChatDefinition } from "@chat/contract";
import type { ReactElement } from "react";
import { useCatalogue, useLocale } from "../catalogue/catalogue-provider.tsx";
import { dateFormat } from "../catalogue/formats.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { QuoteBlock } from "./quote-block.tsx";
import type { MessageComponents, TimelineMessage } from "./timeline-message.ts";
import { useReaderZone } from "./use-reader-zone.ts";

export interface MessageBodyProps<D extends ChatDefinition> {
  message: TimelineMessage<D>;
  nameOf: (userId: string) => string | undefined;
  components?: MessageComponents<D> | undefined;
  onJump?: ((seq: number) => void) | undefined;
}

/** What a message says: the quote that it answers, its text or its kind's own component, the product's fields. */
export function MessageBody<D extends ChatDefinition>({
  message,
  nameOf,
  components,
  onJump,
}: MessageBodyProps<D>): ReactElement {
  const t = useCatalogue();
  if (message.deletedAt !== null) {
    return (
      <p data-slot="tombstone" className="chat:text-base chat:text-muted chat:italic">
        {t.message.deleted}
      </p>
    );
  }
  const Kind = components?.kinds?.[message.kind];
  const Extra = components?.MessageExtra;
  const quote = message.replyTo;
  return (
    <>
      {quote && <QuoteBlock quote={quote} name={nameOf(quote.author.id) ?? quote.author.name} {...(onJump ? { onJump } : {})} />}
      {Kind ? (
        <Kind message={message} />
      ) : (
        message.text !== "" && <Markdown text={message.text} suffix={message.editedAt && <EditedMark at={message.editedAt} />} />
      )}
      {Extra && <Extra message={message} />}
    </>
  );
}

function EditedMark({ at }: { at: string }) {
  const t = useCatalogue();
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
