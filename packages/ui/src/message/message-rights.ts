import type { MessageActions, TimelineMessage } from "./timeline-message.ts";

/** What this reader may do with this message, from what the host gave and what the message is. */
export function messageRights(message: TimelineMessage, me: string, actions: MessageActions) {
  const own = message.author.id === me;
  const stored = message.local === undefined;
  const isDeleted = message.deletedAt !== null || message.kind === "system";
  const living = stored && !isDeleted && message.hiddenAt === undefined;
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
    report: living && !own && actions.onReport !== undefined,
    console: stored && message.kind !== "system" && actions.onOpenInConsole !== undefined,
    hide: living && !own && actions.onHide !== undefined,
    judge: stored && !isDeleted && !own && actions.onRemove !== undefined,
    remove: stored && !isDeleted && actions.onDelete !== undefined && (actions.canDelete?.(message) ?? own),
  };
}

/** Whether any of them, or of the kind's own commands, makes an entry of the menu. */
export function hasMenu(rights: ReturnType<typeof messageRights>, ownCount: number): boolean {
  return ownCount > 0 || Object.entries(rights).some(([name, may]) => may && name !== "react");
}
