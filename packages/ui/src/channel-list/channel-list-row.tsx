"use client";

import { memo, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { systemStrings } from "../catalogue/system-strings.ts";
import { typingStrings } from "../catalogue/typing-strings.ts";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { useReaderZone } from "../message/use-reader-zone.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Badge, CountBadge } from "../primitives/badge.tsx";
import { ArchiveIcon, BellOffIcon, PinIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import { activityTime, fullTime } from "./activity-time.ts";
import { channelPicture, channelName } from "./channel-title.ts";
import { useMessageKinds } from "../message/message-kind.tsx";
import { lastMessageLine } from "./last-message-line.ts";
import { isMuted, type ChannelListItem } from "./list-item.ts";

const texts = { channelList: channelListStrings, message: messageStrings, system: systemStrings, typing: typingStrings };

export interface ChannelListRowProps {
  item: ChannelListItem;
  meId: string;
  isSelected: boolean;
  /** True for the one row that Tab reaches. */
  isReachable: boolean;
  draft: string | null;
  today: Date;
  /** Whom the reader blocked: what they said last is not shown. */
  blocked?: ReadonlySet<string> | undefined;
  onSelect: (channelId: string) => void;
}

const lineLook = {
  typing: "chat:text-accent-text",
  draft: "chat:text-muted",
  message: "chat:text-muted",
  system: "chat:text-muted",
  deleted: "chat:text-muted chat:italic",
  folded: "chat:text-muted chat:italic",
  empty: "chat:text-muted",
};

/** A conversation: whose it is, when something last happened, what was said, and what is unread. */
export const ChannelListRow = memo(function ChannelListRow(props: ChannelListRowProps): ReactElement {
  const { item, meId, isSelected, isReachable, draft, today, blocked, onSelect } = props;
  const { entry, unread, mentions } = item;
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { timeZone, isKnown } = useReaderZone();
  const reader = { locale, timeZone };
  const title = channelName(entry, t);
  const line = lastMessageLine(item, draft, meId, t, locale, useMessageKinds().preview, blocked);
  const muted = isMuted(entry.me, today);
  const isMarked = unread === 0 && entry.me !== null && entry.me.unreadFrom !== null;
  const isFresh = (unread > 0 || isMarked) && !muted;
  const at = entry.lastMessage?.createdAt ?? entry.head.lastActivityAt;
  return (
    <li data-slot="channel-list-item">
      <button
        type="button"
        data-roving
        data-channel-id={entry.channel.id}
        data-unread={unread > 0 || isMarked || undefined}
        tabIndex={isReachable ? 0 : -1}
        aria-current={isSelected ? "true" : undefined}
        onClick={() => onSelect(entry.channel.id)}
        className={classNames(
          "chat:flex chat:w-full chat:items-center chat:gap-3 chat:rounded-xl chat:px-2.5 chat:py-2.5 chat:text-start chat:-outline-offset-2",
          isSelected ? "chat:bg-selected" : "chat:hover:bg-hover",
        )}
      >
        <Avatar
          id={entry.peer?.id ?? entry.channel.id}
          name={title}
          image={channelPicture(entry).image}
          size={40}
          shape={entry.channel.type === "direct" ? "round" : "square"}
          {...(entry.peer ? { presence: entry.peer.online ? ("online" as const) : ("offline" as const) } : {})}
        />
        <span className="chat:min-w-0 chat:flex-1">
          <span className="chat:flex chat:items-center chat:gap-1.5">
            <span
              data-slot="channel-name"
              className={classNames(
                "chat:min-w-0 chat:truncate chat:text-sm",
                isFresh ? "chat:font-semibold" : "chat:font-medium",
              )}
            >
              <bdi>{title}</bdi>
            </span>
            {entry.channel.archivedAt !== null && <Mark icon={<ArchiveIcon size={12} />} label={t.channelList.archived} />}
            {muted && <Mark icon={<BellOffIcon size={12} />} label={t.channelList.muted} />}
            <time
              dateTime={at}
              title={fullTime(at, reader)}
              suppressHydrationWarning
              className={classNames(
                "chat:ms-auto chat:shrink-0 chat:ps-1 chat:text-xs chat:tabular-nums",
                isFresh ? "chat:text-accent-text" : "chat:text-muted",
                !isKnown && "chat:invisible",
              )}
            >
              <bdi>{activityTime(at, today, reader)}</bdi>
            </time>
          </span>
          <span className="chat:flex chat:h-5 chat:items-center chat:gap-1.5">
            <span
              dir="auto"
              data-slot="channel-preview"
              data-kind={line.kind}
              className={classNames(
                // Cut at the text's own end, but where the other lines begin.
                "chat:min-w-0 chat:flex-1 chat:truncate chat:text-sm chat:[text-align:match-parent]",
                lineLook[line.kind],
              )}
            >
              {line.kind === "draft" && <span className="chat:text-danger-text">{t.channelList.draft} </span>}
              {line.text}
            </span>
            {entry.me?.pinnedAt && <Mark icon={<PinIcon size={13} />} label={t.channelList.pinned} />}
            {mentions > 0 && (
              <Badge tone="danger" label={t.channelList.mentions(mentions)}>
                @{mentions > 1 ? mentions : ""}
              </Badge>
            )}
            <CountBadge count={unread} label={t.channelList.unread(unread)} tone={muted ? "muted" : "accent"} />
            {isMarked && <UnreadDot label={t.channelList.markedUnread} />}
          </span>
        </span>
      </button>
    </li>
  );
});

function Mark({ icon, label }: { icon: ReactElement; label: string }) {
  return (
    <span title={label} className="chat:shrink-0 chat:text-muted">
      {icon}
      <span className="chat:sr-only">{label}</span>
    </span>
  );
}

function UnreadDot({ label }: { label: string }) {
  return (
    <span data-slot="unread-dot" className="chat:me-1 chat:size-2.5 chat:shrink-0 chat:rounded-full chat:bg-accent">
      <span className="chat:sr-only">{label}</span>
    </span>
  );
}
