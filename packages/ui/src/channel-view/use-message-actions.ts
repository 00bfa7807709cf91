import { useChatClient, useConnection, useReadState, useSendMessage } from "@chat/client/react";
import { useEffect, useMemo, useRef } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import type { MessageActions, TimelineMessage } from "../message/timeline-message.ts";
import { errorText } from "./attempt-of.ts";
import { mayStillEdit } from "./may-still-edit.ts";
import { peoplePages } from "./people-pages.ts";

const texts = { errors: errorStrings, message: messageStrings };

export interface MessageActionOptions {
  /** False where nobody may write: then no reply, edit, delete or reaction. */
  canWrite: boolean;
  /** Where members do not write, they react all the same. */
  canReact?: boolean;
  /** True where the reader may delete others' messages. */
  canModerate: boolean;
  me: string;
  onReply: (message: TimelineMessage) => void;
  onEdit: (message: TimelineMessage) => void;
  /** False where nothing counts as unread, as in a thread that the reader does not follow. */
  canMarkUnread?: boolean;
  onOpenThread?: ((message: TimelineMessage) => void) | undefined;
  onSelect?: ((message: TimelineMessage) => void) | undefined;
  /** Left out where the server takes no reports. */
  onReport?: ((message: TimelineMessage) => void) | undefined;
  /** Left out for all but moderators of the site. */
  onOpenInConsole?: ((message: TimelineMessage) => void) | undefined;
  /** Left out for all but moderators of the site, as is `onRemove`. */
  onHide?: ((message: TimelineMessage) => void) | undefined;
  onRemove?: ((message: TimelineMessage) => void) | undefined;
  onOpenPerson?: ((userId: string) => void) | undefined;
  linkTo?: ((message: TimelineMessage) => string) | undefined;
  onProblem: (text: string) => void;
}

/** What the rows of a timeline can do, wired to the client; the object changes only when a right does, since rows are memoised. */
export function useMessageActions(channelId: string, options: MessageActionOptions): MessageActions {
  const { trpc } = useChatClient();
  const { actions: sending } = useSendMessage(channelId);
  const { actions: reading } = useReadState(channelId);
  const t = useTexts(texts);
  const latest = useRef({ ...options, sending, reading, t });
  useEffect(() => {
    latest.current = { ...options, sending, reading, t };
  });
  const { canWrite, canModerate, me } = options;
  const { editMinutes } = useConnection().state.limits;
  const hasLink = options.linkTo !== undefined;
  const hasPerson = options.onOpenPerson !== undefined;
  const hasThreads = options.onOpenThread !== undefined;
  const hasSelection = options.onSelect !== undefined;
  const canMarkUnread = options.canMarkUnread ?? false;
  const hasReports = options.onReport !== undefined;
  const hasConsole = options.onOpenInConsole !== undefined;
  const judges = options.onHide !== undefined && options.onRemove !== undefined;
  const canReact = options.canReact ?? canWrite;

  return useMemo(() => {
    const now = () => latest.current;
    const told = (call: Promise<unknown>) => void call.catch((error: unknown) => now().onProblem(errorText(error, now().t)));
    const writing: MessageActions = {
      onReply: (message) => now().onReply(message),
      onEdit: (message) => now().onEdit(message),
      onDelete: (message) => told(now().sending.remove(message.id)),
    };
    const reacting: MessageActions = {
      onReact: (message, emoji) => told(now().sending.react(message.id, emoji)),
      onUnreact: (message, emoji) => told(now().sending.unreact(message.id, emoji)),
    };
    return {
      ...(canWrite ? writing : {}),
      ...(canReact ? reacting : {}),
      ...(hasReports ? { onReport: (message: TimelineMessage) => now().onReport?.(message) } : {}),
      ...(hasConsole ? { onOpenInConsole: (message: TimelineMessage) => now().onOpenInConsole?.(message) } : {}),
      canEdit: (message) => message.author.id === me && message.kind === "text" && mayStillEdit(message, editMinutes),
      ...(judges
        ? {
            onHide: (message: TimelineMessage) => now().onHide?.(message),
            onRemove: (message: TimelineMessage) => now().onRemove?.(message),
          }
        : {}),
      canDelete: (message) => canModerate || message.author.id === me,
      onRetry: (message) => now().sending.retry(message.clientId),
      onDiscard: (message) => now().sending.discard(message.clientId),
      ...(canMarkUnread ? { onMarkUnread: (message: TimelineMessage) => told(now().reading.markUnread(message.seq)) } : {}),
      ...(hasThreads ? { onOpenThread: (message: TimelineMessage) => now().onOpenThread?.(message) } : {}),
      ...(hasSelection ? { onSelect: (message: TimelineMessage) => now().onSelect?.(message) } : {}),
      ...(hasPerson ? { onOpenPerson: (userId: string) => now().onOpenPerson?.(userId) } : {}),
      onCopyRefused: () => now().onProblem(now().t.message.copyRefused),
      ...(hasLink ? { linkTo: (message: TimelineMessage) => now().linkTo?.(message) ?? "" } : {}),
      loadReaders: ({ id: messageId }) => peoplePages((cursor) => trpc.message.readers.query({ messageId, cursor })),
      loadReactors: ({ id: messageId }, emoji) => peoplePages((cursor) => trpc.reaction.list.query({ messageId, emoji, cursor })),
    };
  }, [
    trpc,
    canWrite,
    canModerate,
    me,
    editMinutes,
    hasLink,
    hasPerson,
    hasThreads,
    canMarkUnread,
    hasSelection,
    hasReports,
    hasConsole,
    judges,
    canReact,
  ]);
}
