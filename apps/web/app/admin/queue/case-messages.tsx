import type { ContextMessage } from "@chat/contract";
import { withoutMentions } from "@chat/ui";
import { useEffect, useRef } from "react";
import { Moment } from "../shell/moment.tsx";

/** What was said around the reported message, which stands out; also what is hidden can be read here. */
export function CaseMessages({ messages }: { messages: readonly ContextMessage[] }) {
  const box = useRef<HTMLDivElement>(null);
  const reported = messages.find(({ isReported }) => isReported)?.id;
  useEffect(() => {
    const row = box.current?.querySelector<HTMLElement>("[data-reported]");
    if (box.current && row) box.current.scrollTop = row.offsetTop - box.current.clientHeight / 2 + row.clientHeight / 2;
  }, [reported]);
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label="Messages around it"
      className="chat-scroll chat:relative chat:max-h-80 chat:overflow-y-auto chat:rounded-xl chat:border chat:border-border chat:py-1 chat:text-sm"
    >
      {messages.map((message) => (
        <div
          key={message.id}
          data-reported={message.isReported || undefined}
          className="chat:border-s-2 chat:border-transparent chat:px-3 chat:py-1 chat:data-[reported]:border-danger chat:data-[reported]:bg-selected"
        >
          <p className="chat:flex chat:items-baseline chat:gap-2">
            <bdi className="chat:min-w-0 chat:truncate chat:font-medium">{message.author.name}</bdi>
            <span className="chat:shrink-0 chat:text-xs chat:text-muted">
              <Moment at={message.createdAt} />
              {message.editedAt !== null && ", edited"}
              {message.hiddenAt !== null && ", hidden from others"}
            </span>
          </p>
          {message.deletedAt === null ? (
            <p dir="auto" className="chat:wrap-anywhere chat:whitespace-pre-wrap">
              {withoutMentions(message.text)}
            </p>
          ) : (
            <p className="chat:text-muted chat:italic">Deleted</p>
          )}
        </div>
      ))}
    </div>
  );
}
