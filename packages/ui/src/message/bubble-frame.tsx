"use client";

import type { ReactElement } from "react";
import { Avatar } from "../primitives/avatar.tsx";
import type { FrameProps } from "./flat-frame.tsx";
import { MessageTime } from "./message-time.tsx";
import { ReceiptMark } from "./receipt-mark.tsx";

/** A message as a bubble: the reader's own at the end, others' at the start with a picture under the last of a group. */
export function BubbleFrame({ author, at, own, startsGroup, endsGroup, receipt, isDirect, children }: FrameProps): ReactElement {
  const corner = own ? (endsGroup ? "chat:rounded-ee-sm" : "") : endsGroup ? "chat:rounded-es-sm" : "";
  return (
    <div
      className={`chat:flex chat:items-end chat:gap-2 chat:px-(--chat-gutter) chat:pb-(--chat-row-gap) chat:transition-[translate] chat:group-data-[swipe]/message:translate-x-(--chat-swipe) chat:group-data-[swipe]/message:transition-none ${startsGroup ? "chat:pt-(--chat-bubble-gap)" : ""} ${own ? "chat:flex-row-reverse" : ""}`}
    >
      {!own && !isDirect && (
        <span className="chat:w-6 chat:shrink-0">
          {endsGroup && <Avatar id={author.id} name={author.name} image={author.image} size={24} />}
        </span>
      )}
      <div
        data-slot="bubble"
        className={`chat:max-w-[min(75%,var(--chat-column))] chat:min-w-0 chat:rounded-2xl chat:px-3 chat:py-1.5 chat:group-data-[mentions-me]/message:bg-mention ${own ? "chat:bg-bubble-own" : "chat:bg-bubble"} ${corner}`}
      >
        {startsGroup && !own && !isDirect && (
          <p data-slot="author" className="chat:truncate chat:text-xs chat:font-semibold chat:text-accent-text">
            <bdi>{author.name}</bdi>
          </p>
        )}
        {children}
        <div className="chat:-mb-0.5 chat:flex chat:items-center chat:justify-end chat:gap-1 chat:text-muted">
          <MessageTime at={at} className="chat:text-[0.625rem] chat:leading-4 chat:tabular-nums" />
          {receipt && <ReceiptMark receipt={receipt} />}
        </div>
      </div>
    </div>
  );
}
