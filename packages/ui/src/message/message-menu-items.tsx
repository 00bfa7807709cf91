import type { Catalogue } from "../catalogue/english.ts";
import {
  CopyIcon,
  EditIcon,
  EyeIcon,
  LinkIcon,
  MailUnreadIcon,
  ReplyIcon,
  SmilePlusIcon,
  ThreadIcon,
  TrashIcon,
} from "../primitives/icons.tsx";
import { SelectIcon } from "../primitives/media-icons.tsx";
import type { MenuItem } from "../primitives/menu.tsx";
import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

/** What this reader may do with this message, from what the host gave and what the message is. */
export function messageRights(message: TimelineMessage, me: string, actions: MessageActions) {
  const own = message.author.id === me;
  const stored = message.local === undefined;
  const living = stored && message.deletedAt === null && message.kind !== "system";
  return {
    reply: living && actions.onReply !== undefined,
    thread:
      stored && actions.onOpenThread !== undefined && (message.thread !== undefined || (living && actions.onReply !== undefined)),
    react: living && actions.onReact !== undefined && actions.onUnreact !== undefined,
    edit: living && actions.onEdit !== undefined && (actions.canEdit?.(message) ?? (own && message.kind === "text")),
    select: living && actions.onSelect !== undefined,
    copy: living && message.text !== "",
    link: stored && actions.linkTo !== undefined,
    markUnread: stored && actions.onMarkUnread !== undefined,
    reactors: living && message.reactions.length > 0 && actions.loadReactors !== undefined,
    readers: living && own && actions.loadReaders !== undefined,
    remove: living && actions.onDelete !== undefined && (actions.canDelete?.(message) ?? own),
  };
}

interface Openers {
  showReaders: () => void;
  showReactors: () => void;
  confirmDelete: () => void;
  /** What the message's own kind offers. */
  own: readonly MenuItem[];
}

export function messageMenuItems(
  message: TimelineMessage,
  me: string,
  actions: MessageActions,
  t: Pick<Catalogue, "message" | "thread" | "reaction">,
  openers: Openers,
): MenuItem[] {
  const may = messageRights(message, me, actions);
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
      onSelect: () => void navigator.clipboard.writeText(message.text),
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
      onSelect: () => void navigator.clipboard.writeText(actions.linkTo?.(message) ?? ""),
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
    may.remove && {
      id: "delete",
      label: t.message.delete,
      icon: <TrashIcon />,
      danger: true,
      separated: true,
      onSelect: openers.confirmDelete,
    },
  ];
  return offered.filter((item) => item !== false);
}
