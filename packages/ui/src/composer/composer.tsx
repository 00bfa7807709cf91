"use client";

import type { Message } from "@chat/contract";
import { useEffect, useImperativeHandle, useRef, useState, type ReactElement, type ReactNode, type Ref } from "react";
import TextareaAutosize from "react-textarea-autosize";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { classNames } from "../styles/class-names.ts";
import type { ComposerBlock } from "./composer-block.ts";
import { ComposerBanner } from "./composer-banner.tsx";
import { ComposerClosed } from "./composer-closed.tsx";
import { ComposerTools } from "./composer-tools.tsx";
import type { DraftStore } from "./draft-store.ts";
import { MentionPopup } from "./mention-popup.tsx";
import { useComposer } from "./use-composer.ts";
import type { SearchMentions } from "./use-mention-popup.ts";

/** What a send carries: markdown source, what it answers, and the product's own fields as `renderExtra` set them. */
export interface ComposerSubmission {
  text: string;
  replyTo?: Message | undefined;
  custom?: Record<string, unknown> | undefined;
}

/** The state of the slot beside the text: the product's own fields of the message that is being written. */
export interface ComposerExtra {
  custom: Record<string, unknown>;
  setCustom: (custom: Record<string, unknown>) => void;
}

export interface ComposerHandle {
  focus: () => void;
  /** Puts text where the caret is. */
  insert: (text: string) => void;
}

export interface ComposerProps {
  channelId: string;
  /** Whom or what one writes to; names the field. */
  title: string;
  /** Names the field instead, such as "Reply in thread". */
  label?: string | undefined;
  /** Keep its identity stable; make it with `createDraftStore(userId)`. */
  drafts: DraftStore;
  onSend: (submission: ComposerSubmission) => void;
  /** Called at every change of a text that is not an edit. */
  onTyping?: () => void;
  replyTo?: Message | null;
  onCancelReply?: () => void;
  /** The own message that is being edited. */
  editing?: Pick<Message, "id" | "text"> | null;
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
  /** Milliseconds since 1970 before which the server takes no further message (slow mode, rate limits). */
  waitUntil?: number | null;
  /** A slot before the emoji button, for the product's own fields. */
  renderExtra?: (extra: ComposerExtra) => ReactNode;
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
export function Composer(props: ComposerProps): ReactElement {
  const { title, block, blockAction, replyTo = null, editing = null, handle, renderExtra, autoFocus = false, className } = props;
  const t = useCatalogue();
  const field = useRef<HTMLTextAreaElement>(null);
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const composer = useComposer(props, field, custom, () => setCustom({}));
  const { popup } = composer;

  useImperativeHandle(handle, () => ({ focus: () => field.current?.focus(), insert: composer.insert }));
  const aim = editing?.id ?? replyTo?.id ?? null;
  useEffect(() => {
    if (aim !== null) field.current?.focus();
  }, [aim]);
  useEffect(() => {
    if (autoFocus && matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, [autoFocus, props.channelId]);

  if (block) return <ComposerClosed block={block} action={blockAction} className={className} />;
  return (
    <div data-slot="composer" data-state={editing ? "editing" : "writing"} className={classNames("chat:relative", className)}>
      {popup.isOpen && (
        <MentionPopup
          id={composer.popupId}
          people={popup.people}
          active={popup.active}
          onPick={composer.pick}
          onActivate={popup.setActive}
        />
      )}
      <div className="chat:overflow-hidden chat:rounded-2xl chat:border chat:border-border chat:bg-raised chat:shadow-raised chat:transition-[border-color] chat:focus-within:border-border-strong">
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
            quote={replyTo.deletedAt === null ? replyTo.text : t.composer.deletedQuote}
            closeLabel={t.composer.cancelReply}
            onClose={() => props.onCancelReply?.()}
          />
        )}
        <div className="chat:flex chat:items-end">
          <TextareaAutosize
            ref={field}
            value={composer.text}
            rows={1}
            aria-label={props.label ?? t.composer.label(title)}
            aria-invalid={composer.problem ? true : undefined}
            aria-describedby={composer.note ? composer.noteId : undefined}
            aria-autocomplete={props.searchMentions ? "list" : undefined}
            aria-controls={popup.isOpen ? composer.popupId : undefined}
            aria-activedescendant={popup.isOpen ? `${composer.popupId}-${popup.active}` : undefined}
            placeholder={
              composer.seconds > 0 ? t.composer.waitSeconds(composer.seconds) : (props.label ?? t.composer.placeholder(title))
            }
            enterKeyHint="enter"
            dir={composer.text === "" ? undefined : "auto"}
            data-slot="composer-input"
            className="chat-scroll chat:block chat:max-h-[40cqh] chat:min-h-11 chat:min-w-0 chat:flex-1 chat:resize-none chat:py-3 chat:ps-4 chat:pe-1 chat:text-base chat:leading-5 chat:max-sm:text-[1rem] chat:outline-none"
            onChange={composer.onChange}
            onSelect={composer.onSelect}
            onKeyDown={composer.onKeyDown}
          />
          <ComposerTools
            extra={editing ? null : renderExtra?.({ custom, setCustom })}
            isEditing={editing !== null}
            canSend={composer.canSend}
            seconds={composer.seconds}
            onEmoji={composer.insert}
            onEmojiClose={() => field.current?.focus()}
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
    </div>
  );
}
