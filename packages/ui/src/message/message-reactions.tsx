"use client";

import type { ReactElement } from "react";
import { ReactionPicker } from "../reactions/reaction-picker.tsx";
import { Reactions } from "../reactions/reactions.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

export interface MessageReactionsProps {
  message: TimelineMessage;
  me: string;
  mine: readonly string[];
  nameOf: (userId: string) => string | undefined;
  actions: MessageActions;
  toggle: ((emoji: string) => void) | undefined;
  emojiDataUrl: string | undefined;
}

export function MessageReactions({
  message,
  me,
  mine,
  nameOf,
  actions,
  toggle,
  emojiDataUrl,
}: MessageReactionsProps): ReactElement | null {
  if (message.reactions.length === 0 || message.deletedAt !== null) return null;
  const { loadReactors } = actions;
  return (
    <Reactions
      reactions={message.reactions}
      me={me}
      mine={mine}
      nameOf={nameOf}
      {...(toggle ? { onToggle: toggle } : {})}
      {...(loadReactors ? { loadReactors: async (emoji: string) => (await loadReactors(message, emoji)).people } : {})}
    >
      {toggle && (
        <span className="chat:opacity-0 chat:transition-opacity chat:group-hover/message:opacity-100 chat:focus-within:opacity-100 chat:pointer-coarse:opacity-100">
          <ReactionPicker onPick={toggle} className="chat:size-6" {...(emojiDataUrl ? { emojiDataUrl } : {})} />
        </span>
      )}
    </Reactions>
  );
}
