import { useTexts } from "../catalogue/catalogue-provider.tsx";
import type { Catalogue } from "../catalogue/english.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { moderationStrings } from "../catalogue/moderation-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { threadStrings } from "../catalogue/thread-strings.ts";
import {
  AlertIcon,
  CopyIcon,
  EditIcon,
  EyeIcon,
  EyeOffIcon,
  LinkIcon,
  MailUnreadIcon,
  ReplyIcon,
  ShieldIcon,
  SmilePlusIcon,
  ThreadIcon,
  TrashIcon,
} from "../primitives/icons.tsx";
import { SelectIcon } from "../primitives/media-icons.tsx";
import type { MenuItem } from "../primitives/menu.tsx";
import { copyText } from "./copy-text.ts";
import { messageRights } from "./message-rights.ts";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";
import { withoutMentions } from "./without-mentions.ts";

/** What entries of the menu open. */
export interface MenuOpeners {
  showReaders: () => void;
  showReactors: () => void;
  confirmDelete: () => void;
  /** What the message's own kind offers. */
  own: readonly MenuItem[];
}

const texts = { message: messageStrings, moderation: moderationStrings, reaction: reactionStrings, thread: threadStrings };

export function useMenuItems(message: TimelineMessage, me: string, actions: MessageActions, openers: MenuOpeners): MenuItem[] {
  return messageMenuItems(message, me, actions, useTexts(texts), openers);
}

export function messageMenuItems(
  message: TimelineMessage,
  me: string,
  actions: MessageActions,
  t: Pick<Catalogue, "message" | "moderation" | "thread" | "reaction">,
  openers: MenuOpeners,
): MenuItem[] {
  const may = messageRights(message, me, actions);
  const copy = (text: string) => void copyText(text).then((isCopied) => isCopied || actions.onCopyRefused?.());
  const offered: (MenuItem | false)[] = [
    may.reply && {
      id: "reply",
      label: t.message.reply,
      icon: <ReplyIcon />,
      shortcut: "R",
      onSelect: () => actions.onReply?.(message),
    },
    may.thread && {
      id: "thread",
      label: actions.onReply ? t.thread.reply : t.thread.open,
      icon: <ThreadIcon />,
      shortcut: "T",
      onSelect: () => actions.onOpenThread?.(message),
    },
    may.edit && {
      id: "edit",
      label: t.message.edit,
      icon: <EditIcon />,
      shortcut: "E",
      onSelect: () => actions.onEdit?.(message),
    },
    may.copy && {
      id: "copy-text",
      label: t.message.copyText,
      icon: <CopyIcon />,
      onSelect: () => copy(withoutMentions(message.text)),
    },
    may.select && {
      id: "select",
      label: t.message.select,
      icon: <SelectIcon />,
      shortcut: "X",
      onSelect: () => actions.onSelect?.(message),
    },
    may.link && {
      id: "copy-link",
      label: t.message.copyLink,
      icon: <LinkIcon />,
      onSelect: () => copy(actions.linkTo?.(message) ?? ""),
    },
    may.markUnread && {
      id: "mark-unread",
      label: t.message.markUnread,
      icon: <MailUnreadIcon />,
      onSelect: () => actions.onMarkUnread?.(message),
    },
    may.reactors && { id: "reactions", label: t.reaction.all, icon: <SmilePlusIcon />, onSelect: openers.showReactors },
    may.readers && { id: "seen-by", label: t.message.seenBy, icon: <EyeIcon />, onSelect: openers.showReaders },
    ...(message.local === undefined && message.deletedAt === null ? openers.own : []),
    may.console && {
      id: "console",
      label: t.message.openInConsole,
      icon: <ShieldIcon />,
      onSelect: () => actions.onOpenInConsole?.(message),
    },
    may.hide && {
      id: "hide",
      label: t.moderation.hide,
      icon: <EyeOffIcon />,
      onSelect: () => actions.onHide?.(message),
    },
    may.report && {
      id: "report",
      label: t.message.report,
      icon: <AlertIcon />,
      separated: !may.remove && !may.judge,
      onSelect: () => actions.onReport?.(message),
    },
    may.judge && {
      id: "remove",
      label: t.moderation.remove,
      icon: <TrashIcon />,
      danger: true,
      separated: true,
      onSelect: () => actions.onRemove?.(message),
    },
    may.remove && {
      id: "delete",
      label: t.message.delete,
      icon: <TrashIcon />,
      danger: true,
      separated: !may.judge,
      onSelect: openers.confirmDelete,
    },
  ];
  return offered.filter((item) => item !== false);
}
