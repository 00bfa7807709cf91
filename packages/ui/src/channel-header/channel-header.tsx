"use client";

import type { ChannelEntry, ChatDefinition, UserRef } from "@chat/contract";
import type { ReactElement, ReactNode } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { typingStrings } from "../catalogue/typing-strings.ts";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { channelPicture, channelName } from "../channel-list/channel-title.ts";
import { isMuted } from "../channel-list/list-item.ts";
import { channelTypingText } from "../channel-list/channel-typing-text.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import { ArrowLeftIcon, BellOffIcon, GlobeIcon, MoreIcon, PanelIcon } from "../primitives/icons.tsx";
import { Menu } from "../primitives/menu.tsx";
import { classNames } from "../styles/class-names.ts";
import { channelMenuItems, type ChannelMenuActions } from "./channel-menu.tsx";
import { channelStatusLine } from "./presence-line.ts";
import { useMinute } from "./use-minute.ts";

const texts = { channel: channelStrings, channelList: channelListStrings, typing: typingStrings };

export interface ChannelHeaderProps<D extends ChatDefinition = ChatDefinition> extends ChannelMenuActions {
  entry: Pick<ChannelEntry<D>, "channel" | "head" | "me" | "peer">;
  typing?: readonly UserRef[];
  /** Shows the way back; a Messenger hides it where it has its list beside. */
  onBack?: () => void;
  isDetailsOpen?: boolean;
  onToggleDetails?: () => void;
  /** Before the details button. */
  actions?: ReactNode;
  className?: string;
}

/** Whom one talks to: picture, name, presence or member count or who is typing; details and a menu. */
export function ChannelHeader(props: ChannelHeaderProps): ReactElement {
  const { entry, typing = [], onBack, isDetailsOpen = false, onToggleDetails, className } = props;
  const t = useTexts(texts);
  const reader = useLocale();
  const now = useMinute();
  const isDirect = entry.channel.type === "direct";
  const title = channelName(entry, t);
  const items = channelMenuItems(entry, props, t, now);
  const identity = (
    <>
      <Avatar
        id={entry.peer?.id ?? entry.channel.id}
        name={title}
        image={channelPicture(entry).image}
        size={36}
        shape={isDirect ? "round" : "square"}
        {...(entry.peer ? { presence: entry.peer.online ? ("online" as const) : ("offline" as const) } : {})}
      />
      <span className="chat:min-w-0 chat:flex-1">
        <span className="chat:flex chat:items-center chat:gap-1.5">
          <span dir="auto" className="chat:truncate chat:text-base chat:leading-5 chat:font-semibold">
            {title}
          </span>
          {entry.channel.type === "group" && entry.channel.visibility === "public" && (
            <Mark label={t.channel.publicGroup} icon={<GlobeIcon size={13} />} />
          )}
          {isMuted(entry.me, now) && <Mark label={t.channelList.muted} icon={<BellOffIcon size={13} />} />}
        </span>
        <span
          suppressHydrationWarning
          data-slot="channel-status"
          className={classNames(
            "chat:block chat:truncate chat:text-xs",
            typing.length > 0 ? "chat:text-accent-text" : "chat:text-muted",
          )}
        >
          {typing.length > 0 ? channelTypingText(typing, isDirect, t) : channelStatusLine(entry, now, t, reader)}
        </span>
      </span>
    </>
  );
  const box = "chat:flex chat:min-w-0 chat:flex-1 chat:items-center chat:gap-2.5 chat:rounded-lg chat:p-1 chat:text-start";
  return (
    <header
      data-slot="channel-header"
      className={classNames(
        "chat:flex chat:h-14 chat:shrink-0 chat:items-center chat:gap-1 chat:border-b chat:border-border chat:bg-bg chat:ps-3 chat:pe-2.5",
        className,
      )}
    >
      {onBack && (
        <IconButton
          label={t.channel.back}
          icon={<ArrowLeftIcon size={20} />}
          tooltip={false}
          size="lg"
          onClick={onBack}
          className="chat:-ms-2 chat:@min-[56.25rem]/chat-messenger:hidden"
        />
      )}
      <h2 className="chat:min-w-0 chat:flex-1">
        {onToggleDetails ? (
          <button
            type="button"
            onClick={onToggleDetails}
            aria-expanded={isDetailsOpen}
            className={classNames(box, "chat:max-w-full chat:font-normal chat:hover:bg-hover")}
          >
            {identity}
          </button>
        ) : (
          <span className={classNames(box, "chat:font-normal")}>{identity}</span>
        )}
      </h2>
      {props.actions}
      {onToggleDetails && (
        <IconButton
          label={t.channel.details}
          icon={<PanelIcon size={18} />}
          tooltip="bottom"
          aria-pressed={isDetailsOpen}
          onClick={onToggleDetails}
          className="chat:max-sm:hidden chat:@max-md:hidden"
        />
      )}
      {items.length > 0 && (
        <Menu
          label={t.channel.more}
          items={items}
          trigger={<IconButton label={t.channel.more} icon={<MoreIcon size={18} />} tooltip={false} />}
        />
      )}
    </header>
  );
}

function Mark({ icon, label }: { icon: ReactElement; label: string }) {
  return (
    <span title={label} className="chat:shrink-0 chat:text-muted">
      {icon}
      <span className="chat:sr-only">{label}</span>
    </span>
  );
}
