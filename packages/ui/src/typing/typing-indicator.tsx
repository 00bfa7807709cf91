"use client";

import type { UserRef } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { typingStrings } from "../catalogue/typing-strings.ts";
import type { Catalogue } from "../catalogue/english.ts";

const texts = { typing: typingStrings };

/** Who is typing, in words; empty where nobody is. */
export function typingText(users: readonly Pick<UserRef, "name">[], t: Pick<Catalogue, "typing">): string {
  const [first, second, ...others] = users;
  if (!first) return "";
  if (!second) return t.typing.one(first.name);
  return others.length === 0 ? t.typing.two(first.name, second.name) : t.typing.several;
}

const delays = ["0ms", "150ms", "300ms"];

/** A line of fixed height that says who is typing, so that nothing moves when it comes and goes. */
export function TypingIndicator({ users }: { users: readonly Pick<UserRef, "name">[] }): ReactElement {
  const t = useTexts(texts);
  const text = typingText(users, t);
  return (
    <div
      data-slot="typing"
      data-state={text ? "typing" : "idle"}
      className="chat:flex chat:h-5 chat:items-center chat:gap-1.5 chat:px-(--chat-gutter) chat:text-xs chat:text-muted"
    >
      {text && (
        <>
          <span aria-hidden className="chat:inline-flex chat:items-center chat:gap-0.5">
            {delays.map((animationDelay) => (
              <span
                key={animationDelay}
                style={{ animationDelay }}
                className="chat:size-1 chat:animate-[chat-bounce_1.2s_ease-in-out_infinite] chat:rounded-full chat:bg-current"
              />
            ))}
          </span>
          <span className="chat:min-w-0 chat:truncate chat:animate-[chat-fade-in_140ms_ease-out]">{text}</span>
        </>
      )}
    </div>
  );
}
