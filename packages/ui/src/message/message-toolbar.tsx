"use client";

import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { MoreIcon, ReplyIcon, ThreadIcon } from "../primitives/icons.tsx";
import { Menu } from "../primitives/menu.tsx";
import { frequentEmoji } from "../reactions/frequent-emoji.ts";
import { ReactionPicker } from "../reactions/reaction-picker.tsx";
import { useMenuItems, type MenuOpeners } from "./message-menu-items.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

const texts = { message: messageStrings, reaction: reactionStrings, thread: threadStrings };

const QUICK = 3;

export interface MessageToolbarProps {
  message: TimelineMessage;
  me: string;
  actions: MessageActions;
  openers: MenuOpeners;
  onToggleReaction?: ((emoji: string) => void) | undefined;
  onReply?: (() => void) | undefined;
  onOpenThread?: (() => void) | undefined;
  emojiDataUrl?: string | undefined;
  open: "menu" | "picker" | null;
  onOpenChange: (open: "menu" | "picker" | null) => void;
  focusBack: () => void;
  className?: string;
}

/** Over the top corner of a message that is hovered or focused. It floats, so that nothing moves when it comes. */
export function MessageToolbar(props: MessageToolbarProps): ReactElement | null {
  const { onToggleReaction, onReply, onOpenThread, emojiDataUrl, open, onOpenChange, focusBack, className } = props;
  const t = useTexts(texts);
  const items = useMenuItems(props.message, props.me, props.actions, props.openers);
  const [quick] = useState(() => frequentEmoji(QUICK));
  if (items.length === 0 && !onToggleReaction && !onReply) return null;
  return (
    <div
      role="toolbar"
      aria-label={t.message.actions}
      data-slot="message-toolbar"
      className={`chat:absolute chat:z-10 chat:flex chat:animate-[chat-fade-in_120ms_ease-out] chat:items-center chat:gap-px chat:rounded-lg chat:border chat:border-border chat:bg-raised chat:p-0.5 chat:shadow-raised ${className ?? ""}`}
    >
      {onToggleReaction && (
        <>
          {quick.map((emoji) => (
            <IconButton
              key={emoji}
              size="sm"
              tooltip={false}
              label={t.reaction.addNamed(emoji)}
              icon={<span className="chat:font-emoji chat:text-base chat:leading-none">{emoji}</span>}
              className="chat:@max-md:hidden"
              onClick={() => onToggleReaction(emoji)}
            />
          ))}
          <ReactionPicker
            onPick={onToggleReaction}
            open={open === "picker"}
            onOpenChange={(next) => onOpenChange(next ? "picker" : null)}
            focusBack={focusBack}
            {...(emojiDataUrl ? { emojiDataUrl } : {})}
          />
        </>
      )}
      {onReply && <IconButton size="sm" label={t.message.reply} icon={<ReplyIcon />} onClick={onReply} />}
      {onOpenThread && (
        <IconButton size="sm" label={onReply ? t.thread.reply : t.thread.open} icon={<ThreadIcon />} onClick={onOpenThread} />
      )}
      {items.length > 0 && (
        <Menu
          label={t.message.actions}
          items={items}
          open={open === "menu"}
          onOpenChange={(next) => onOpenChange(next ? "menu" : null)}
          focusBack={focusBack}
          trigger={<IconButton size="sm" label={t.message.moreActions} icon={<MoreIcon />} />}
        />
      )}
    </div>
  );
}
