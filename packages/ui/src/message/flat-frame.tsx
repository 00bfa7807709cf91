"use client";

import type { UserRef } from "@chat/contract";
import type { ReactElement, ReactNode } from "react";
import { Avatar } from "../primitives/avatar.tsx";
import { MessageTime } from "./message-time.tsx";
import { ReceiptMark } from "./receipt-mark.tsx";
import { SeenBy } from "./seen-by.tsx";
import type { Receipt } from "./timeline-message.ts";

export interface FrameProps {
  author: UserRef;
  at: string;
  own: boolean;
  startsGroup: boolean;
  endsGroup: boolean;
  receipt: Receipt | undefined;
  seenBy: readonly UserRef[];
  onOpenPerson: ((userId: string) => void) | undefined;
  /** Between two people: a bubble's side says whose it is. */
  isDirect: boolean;
  children: ReactNode;
}

/** A message as a row of a list: picture and name once a group, the text in one column, the time in the gutter when hovered. */
export function FlatFrame({
  author,
  at,
  startsGroup,
  endsGroup,
  receipt,
  seenBy,
  onOpenPerson,
  children,
}: FrameProps): ReactElement {
  return (
    <div
      className={`chat:grid chat:gap-x-3 chat:px-(--chat-gutter) chat:pb-(--chat-row-gap) chat:transition-[background-color,translate] chat:group-data-[swipe]/message:translate-x-(--chat-swipe) chat:group-data-[swipe]/message:transition-none chat:group-hover/message:bg-hover chat:group-data-[mentions-me]/message:bg-mention/40 ${
        receipt === undefined ? columns : columnsWithReceipt
      } ${startsGroup ? "chat:mt-(--chat-group-gap) chat:pt-2" : "chat:pt-(--chat-row-gap)"}`}
    >
      {startsGroup ? (
        <Avatar id={author.id} name={author.name} image={author.image} size={36} />
      ) : (
        <MessageTime
          at={at}
          className="chat:-mx-2 chat:pt-1 chat:text-center chat:text-[0.625rem] chat:leading-4 chat:whitespace-nowrap chat:text-muted chat:tabular-nums chat:opacity-0 chat:group-hover/message:opacity-100 chat:group-focus-visible/message:opacity-100"
        />
      )}
      <div className="chat:min-w-0">
        {startsGroup && (
          <div className="chat:flex chat:min-w-0 chat:items-baseline chat:gap-2">
            <AuthorName author={author} onOpen={onOpenPerson} />
            <MessageTime at={at} className="chat:shrink-0 chat:text-xs chat:text-muted chat:tabular-nums" />
          </div>
        )}
        {children}
      </div>
      {receipt !== undefined && <ReceiptCell receipt={receipt} seenBy={seenBy} endsGroup={endsGroup} />}
    </div>
  );
}

const columns = "chat:grid-cols-[2.25rem_minmax(0,var(--chat-column))]";
// The receipt has its own column of fixed width, so that a face that comes or goes wraps no text anew.
const columnsWithReceipt =
  "chat:grid-cols-[2.25rem_minmax(0,var(--chat-column))_1rem] chat:@md:grid-cols-[2.25rem_minmax(0,var(--chat-column))_4.75rem]";

function ReceiptCell({ receipt, seenBy, endsGroup }: Pick<FrameProps, "seenBy" | "endsGroup"> & { receipt: Receipt }) {
  const shown = "chat:group-hover/message:opacity-100";
  const tick = endsGroup || receipt === "sending" || receipt === "failed" ? "" : `chat:opacity-0 ${shown}`;
  return (
    <div className="chat:flex chat:items-end chat:pb-1">
      <SeenBy receipt={receipt} faces={seenBy} className={`chat:@max-md:hidden ${seenBy.length > 0 ? "" : tick}`} />
      {/* Faces need room beside the text that a narrow list does not have. */}
      <ReceiptMark receipt={receipt} className={`chat:@md:hidden ${tick}`} />
    </div>
  );
}

function AuthorName({ author, onOpen }: { author: UserRef; onOpen: ((userId: string) => void) | undefined }) {
  const look = "chat:min-w-0 chat:truncate chat:text-sm chat:font-semibold chat:text-text";
  return onOpen ? (
    <button
      type="button"
      data-slot="author"
      tabIndex={-1}
      className={`${look} chat:hover:underline`}
      onClick={() => onOpen(author.id)}
    >
      <bdi>{author.name}</bdi>
    </button>
  ) : (
    <span data-slot="author" className={look}>
      <bdi>{author.name}</bdi>
    </span>
  );
}
