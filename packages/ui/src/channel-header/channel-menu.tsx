import type { ChannelEntry } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";
import { isMuted } from "../channel-list/list-item.ts";
import { BellIcon, BellOffIcon, LogOutIcon, MailUnreadIcon, PinIcon, PinOffIcon } from "../primitives/icons.tsx";
import type { MenuItem } from "../primitives/menu.tsx";

/** What the menu of a channel can do; what is not given is not in it. */
export interface ChannelMenuActions {
  onSetMuted?: (muted: boolean) => void;
  onSetPinned?: (pinned: boolean) => void;
  onMarkUnread?: () => void;
  onLeave?: () => void;
}

/** The commands on a whole channel for a member of it. */
export function channelMenuItems(
  entry: Pick<ChannelEntry, "channel" | "head" | "me">,
  actions: ChannelMenuActions,
  t: Pick<Catalogue, "channel">,
  now: Date,
): MenuItem[] {
  const { me, channel } = entry;
  if (me === null) return [];
  const { onSetMuted, onSetPinned, onMarkUnread, onLeave } = actions;
  const muted = isMuted(me, now);
  const pinned = me.pinnedAt !== null;
  const items: MenuItem[] = [];
  if (onSetPinned) {
    items.push({
      id: "pin",
      label: pinned ? t.channel.unpin : t.channel.pin,
      icon: pinned ? <PinOffIcon /> : <PinIcon />,
      onSelect: () => onSetPinned(!pinned),
    });
  }
  if (onSetMuted) {
    items.push({
      id: "mute",
      label: muted ? t.channel.unmute : t.channel.mute,
      icon: muted ? <BellIcon /> : <BellOffIcon />,
      onSelect: () => onSetMuted(!muted),
    });
  }
  if (onMarkUnread && entry.head.messageCount > 0) {
    items.push({ id: "unread", label: t.channel.markUnread, icon: <MailUnreadIcon />, onSelect: onMarkUnread });
  }
  if (onLeave && channel.type === "group") {
    items.push({ id: "leave", label: t.channel.leave, icon: <LogOutIcon />, danger: true, separated: true, onSelect: onLeave });
  }
  return items;
}
