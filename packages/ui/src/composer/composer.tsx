"use client";

import type { ChatDefinition, CustomInput, Message } from "@chat/contract";
import { Suspense, useEffect, useImperativeHandle, useRef, useState, type ReactElement, type ReactNode, type Ref } from "react";
import type { TrayAttachment } from "../attachments/tray-attachment.ts";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { useMessageKinds } from "../message/message-kind.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { classNames } from "../styles/class-names.ts";
import type { ComposerBlock } from "./composer-block.ts";
import { ComposerClosed } from "./composer-closed.tsx";
import { ComposerTools } from "./composer-tools.tsx";
import type { DraftStore } from "./draft-store.ts";
import { KindButtons } from "./kind-buttons.tsx";
import { loadCompletionPopup } from "./load-completion-popup.ts";
import { ComposerDrop } from "./composer-drop.tsx";
import type { ComposerEditor, EditorHandle } from "./composer-editor.ts";
import { ComposerField } from "./composer-field.tsx";
import { useComposer } from "./use-composer.ts";
import type { VoiceRecording } from "./voice-recording.ts";
import type { SearchMentions } from "./use-completions.ts";

const texts = { composer: composerStrings };

const AttachmentTray = lazyPart(
  () => import("../attachments/attachment-tray.tsx").then((module) => module.AttachmentTray),
  "idle",
);
const ComposerBanner = lazyPart(() => import("./composer-banner.tsx").then((module) => module.ComposerBanner), "idle");
const CompletionPopup = lazyPart(loadCompletionPopup, "idle");

/** What a send carries: markdown source, what it answers, and the product's own fields as `renderExtra` set them. */
export interface ComposerSubmission<D extends ChatDefinition = ChatDefinition> {
  text: string;
  replyTo?: Message<D> | undefined;
  custom?: CustomInput<D, "message"> | undefined;
  /** Of the tray, in its order. */
  attachmentIds?: readonly string[] | undefined;
  /** With `data`, for a kind of the product's own; `text` when absent. */
  kind?: string | undefined;
  data?: Record<string, unknown> | undefined;
}

/** The state of the slot beside the text: the product's own fields of the message that is being written. */
export interface ComposerExtra<D extends ChatDefinition = ChatDefinition> {
  /** Empty until something is set. */
  custom: Partial<CustomInput<D, "message">>;
  /** Null for none, as after a send. */
  setCustom: (custom: CustomInput<D, "message"> | null) => void;
}

export type ComposerHandle = EditorHandle;

export interface ComposerProps<D extends ChatDefinition = ChatDefinition> {
  channelId: string;
  /** Whom or what one writes to; names the field. */
  title: string;
  /** Names the field instead, such as "Reply in thread". */
  label?: string | undefined;
  /** Keep its identity stable; make it with `createDraftStore(userId)`. */
  drafts: DraftStore;
  onSend: (submission: ComposerSubmission<D>) => void;
  /** Called at every change of a text that is not an edit. */
  onTyping?: () => void;
  replyTo?: Message<D> | null;
  onCancelReply?: () => void;
  /** The own message that is being edited. */
  editing?: Pick<Message<D>, "id" | "text"> | null;
  /** What an edit begins with where it is not the message's text, such as one that the server refused. */
  editText?: string | undefined;
  onEdit?: (messageId: string, text: string) => void;
  onCancelEdit?: () => void;
  /** ↑ in an empty composer. */
  onEditLast?: () => void;
  /** Without it `@` is just a character. Keep its identity stable. */
  searchMentions?: SearchMentions;
  /** Why nobody can write now. */
  block?: ComposerBlock | null;
  /** With a block that the reader can end: a button, such as "Join". */
  blockAction?: ReactNode;
  /** Characters of a message's markdown source; `limits.messageText` when absent. */
  maxLength?: number | undefined;
  /** Milliseconds since 1970 before which the server takes no further message (slow mode, rate limits). */
  waitUntil?: number | null;
  /** A slot before the emoji button, for the product's own fields. */
  renderExtra?: (extra: ComposerExtra<D>) => ReactNode;
  /** The files of this message, and what to do with more; without `onAttach` there is no way to add any. */
  attachments?: readonly TrayAttachment[];
  onAttach?: (files: readonly File[]) => void;
  onRemoveAttachment?: (id: string) => void;
  onRetryAttachment?: (id: string) => void;
  /** What the file dialog offers, as in an input's `accept`. */
  accept?: string;
  /** Takes a voice message; without it there is no microphone. It stands where the send button is while there is nothing to send. */
  onVoice?: (recording: VoiceRecording) => void;
  /** In place of the textarea: a rich editor, say. */
  renderEditor?: (editor: ComposerEditor) => ReactNode;
  /** Where the emoji picker's data is served; see EmojiPicker. */
  emojiDataUrl?: string | undefined;
  /** Focus when it appears, where there is a real keyboard. */
  autoFocus?: boolean;
  handle?: Ref<ComposerHandle>;
  className?: string;
}

/**
 * Writes and edits messages: one textarea, whose `@Ann` tokens become mention links on send. Enter sends, Shift+Enter breaks the line
 * (on a touch keyboard Enter breaks it too), Ctrl/⌘+B, I and E mark up, ↑ edits the last message, Escape cancels.
 */
export function Composer<D extends ChatDefinition = ChatDefinition>(outer: ComposerProps<D>): ReactElement {
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const props = outer as unknown as ComposerProps;
  const { block, blockAction, replyTo = null, editing = null, handle, renderExtra, autoFocus = false, className } = props;
  const t = useTexts(texts);
  const kinds = useMessageKinds();
  const field = useRef<HTMLTextAreaElement>(null);
  const [custom, setCustom] = useState<Record<string, unknown> | null>(null);
  const composer = useComposer(props, field, custom, () => setCustom(null));
  const { popup } = composer;

  const { focus } = composer;
  const latestFocus = useRef(focus);
  useEffect(() => {
    latestFocus.current = focus;
  });
  useImperativeHandle(handle, () => ({ focus, insert: composer.insert }));
  const aim = editing?.id ?? replyTo?.id ?? null;
  useEffect(() => {
    if (aim !== null) latestFocus.current();
  }, [aim]);
  useEffect(() => {
    if (autoFocus && matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, [autoFocus, props.channelId]);

  if (block) return <ComposerClosed block={block} action={blockAction} className={className} />;
  return (
    <ComposerDrop
      state={editing ? "editing" : "writing"}
      className={classNames("chat:relative", className)}
      onFiles={editing ? undefined : props.onAttach}
    >
      {popup.isOpen && (
        <Suspense fallback={null}>
          <CompletionPopup
            id={composer.popupId}
            items={popup.items}
            active={popup.active}
            onPick={composer.pick}
            onActivate={popup.setActive}
          />
        </Suspense>
      )}
      <div className="chat:overflow-hidden chat:rounded-2xl chat:border chat:border-border chat:bg-raised chat:shadow-raised chat:transition-[border-color] chat:focus-within:border-border-strong">
        <Suspense fallback={null}>
          {editing && (
            <ComposerBanner
              kind="edit"
              title={t.composer.editing}
              closeLabel={t.composer.cancelEdit}
              onClose={() => props.onCancelEdit?.()}
            />
          )}
          {!editing && replyTo && (
            <ComposerBanner
              kind="reply"
              title={t.composer.replyingTo(replyTo.author.name)}
              quote={replyTo.deletedAt === null ? kinds.preview(replyTo) : t.composer.deletedQuote}
              closeLabel={t.composer.cancelReply}
              onClose={() => props.onCancelReply?.()}
            />
          )}
        </Suspense>
        {composer.attachments.length > 0 && props.onRemoveAttachment && (
          <Suspense fallback={null}>
            <AttachmentTray
              attachments={composer.attachments}
              onRemove={props.onRemoveAttachment}
              onRetry={props.onRetryAttachment}
            />
          </Suspense>
        )}
        <div className="chat:flex chat:items-end">
          <ComposerField field={field} composer={composer} props={props} />
          <ComposerTools
            // What is being recorded for one channel is not sent to another.
            key={props.channelId}
            extra={
              editing ? null : (
                <>
                  {renderExtra?.({ custom: custom ?? {}, setCustom })}
                  <KindButtons
                    isDisabled={composer.seconds > 0}
                    onSend={(message) => props.onSend({ text: "", replyTo: replyTo ?? undefined, ...message })}
                  />
                </>
              )
            }
            onAttach={editing ? undefined : props.onAttach}
            accept={props.accept}
            onVoice={props.onVoice}
            isEditing={editing !== null}
            isEmpty={composer.isEmpty}
            canSend={composer.canSend}
            seconds={composer.seconds}
            onEmoji={composer.insert}
            onEmojiClose={composer.focus}
            onSend={composer.submit}
            emojiDataUrl={props.emojiDataUrl}
          />
        </div>
        {composer.note && (
          <p
            id={composer.noteId}
            role={composer.problem ? "alert" : "status"}
            className={classNames(
              "chat:px-4 chat:pb-2 chat:text-xs",
              composer.problem ? "chat:text-danger-text" : "chat:text-muted",
            )}
          >
            {composer.note}
          </p>
        )}
      </div>
    </ComposerDrop>
  );
}
