"use client";

import { useConnection, useSendMessage, useTyping } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import type { Dispatch, ReactElement, ReactNode, Ref, SetStateAction } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import type { ComposerBlock } from "../composer/composer-block.ts";
import { Composer as StockComposer, type ComposerExtra, type ComposerHandle } from "../composer/composer.tsx";
import type { DraftStore } from "../composer/draft-store.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { UnblockButton } from "../block/unblock-button.tsx";
import { useSlots } from "../slots/slots.tsx";
import { errorText } from "./attempt-of.ts";
import { mayStillEdit } from "./may-still-edit.ts";
import { useMentionSearch } from "./use-mention-search.ts";
import { isMuted, slowModeUntil, useWaitUntil } from "./wait-until.ts";

const texts = { channelList: channelListStrings, errors: errorStrings };

/** What the next Enter does beside sending: answers a message, or changes one. */
export interface Aim {
  replyTo: TimelineMessage | null;
  editing: TimelineMessage | null;
  /** An edit of that message which was refused, to go on from. */
  refusedText?: string | undefined;
}

export const noAim: Aim = { replyTo: null, editing: null };

export interface ChannelComposerProps {
  /** The channel; for a thread, with the rights and rules of its root. */
  entry: ChannelEntry;
  /** Names the field instead of the channel. */
  label?: string | undefined;
  myId: string;
  messages: readonly TimelineMessage[];
  /** The last seq on screen, which a send reads; undefined where reading is held. */
  readSeq: number | undefined;
  aim: Aim;
  onAimChange: Dispatch<SetStateAction<Aim>>;
  block: ComposerBlock | null;
  onSent: () => void;
  onProblem: (text: string) => void;
  drafts: DraftStore;
  renderExtra?: ((extra: ComposerExtra) => ReactNode) | undefined;
  emojiDataUrl?: string | undefined;
  handle: Ref<ComposerHandle>;
}

/** The composer of a channel, wired to the client. */
export function ChannelComposer(props: ChannelComposerProps): ReactElement {
  const { entry, myId, messages, aim, onAimChange, onProblem } = props;
  const { channel, me } = entry;
  const t = useTexts(texts);
  const { Composer = StockComposer } = useSlots();
  const { actions: sending } = useSendMessage(channel.id);
  const { actions: typing } = useTyping(channel.id);
  const { limits } = useConnection().state;
  const searchMentions = useMentionSearch(channel.id, channel.type === "group", myId);
  const waitUntil = useWaitUntil(slowModeUntil(channel, me?.role ?? null, messages, myId), messages);
  const block = props.block ?? (isMuted(messages) ? "muted" : null);
  const edit = async (messageId: string, text: string) => {
    const edited = aim.editing;
    onAimChange({ replyTo: aim.replyTo, editing: null });
    try {
      await sending.edit(messageId, text);
    } catch (error) {
      onProblem(errorText(error, t));
      onAimChange((now) => (now.editing === null ? { replyTo: now.replyTo, editing: edited, refusedText: text } : now));
    }
  };
  const lastOwn = () =>
    messages.findLast(
      (message) =>
        message.author.id === myId &&
        message.kind === "text" &&
        message.deletedAt === null &&
        !message.local &&
        mayStillEdit(message, limits.editMinutes),
    ) ?? null;
  return (
    <Composer
      channelId={channel.id}
      title={channelName(entry, t)}
      label={props.label}
      drafts={props.drafts}
      handle={props.handle}
      autoFocus
      block={block}
      blockAction={block === "blocked" && entry.peer && <UnblockButton person={entry.peer} />}
      replyTo={aim.replyTo}
      editing={aim.editing}
      onCancelReply={() => onAimChange({ ...aim, replyTo: null })}
      onCancelEdit={() => onAimChange({ replyTo: aim.replyTo, editing: null })}
      onEditLast={() => onAimChange({ replyTo: aim.replyTo, editing: lastOwn() })}
      editText={aim.refusedText}
      onEdit={(messageId, text) => void edit(messageId, text)}
      onSend={(submission) => {
        onAimChange(noAim);
        sending.send({ ...submission, readSeq: props.readSeq });
        props.onSent();
      }}
      onTyping={typing.typing}
      searchMentions={searchMentions}
      waitUntil={waitUntil}
      maxLength={limits.messageText}
      emojiDataUrl={props.emojiDataUrl}
      {...(props.renderExtra ? { renderExtra: props.renderExtra } : {})}
    />
  );
}
