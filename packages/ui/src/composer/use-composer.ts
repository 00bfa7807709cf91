import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
} from "react";
import { areReady } from "../attachments/tray-attachment.ts";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { attachmentStrings } from "../catalogue/attachment-strings.ts";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { readComposerKey } from "./composer-keys.ts";
import type { EditorHandle } from "./composer-editor.ts";
import type { ComposerProps } from "./composer.tsx";
import { continueList, linkSelection, markLines } from "./line-marks.ts";
import { draftToMarkdown, insertMention } from "./mention-tokens.ts";
import { charactersLeft } from "./message-length.ts";
import { noteEmoji } from "../reactions/frequent-emoji.ts";
import type { SearchEmoji } from "./search-emoji.ts";
import { takeFiles } from "./take-files.ts";
import { useCompletions, type Completion } from "./use-completions.ts";
import { useCountdown } from "./use-countdown.ts";
import { useDraft } from "./use-draft.ts";
import { applyTextChange, markdownMarks, wrapSelection } from "./wrap-selection.ts";

const texts = { attachment: attachmentStrings, composer: composerStrings };

/** A keyboard on the screen has a return key, not a send key. */
const isTouch = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

/** The composer's behaviour: what keys, typing and sending do to the draft. */
export function useComposer(
  props: ComposerProps,
  field: RefObject<HTMLTextAreaElement | null>,
  custom: Record<string, unknown> | null,
  resetCustom: () => void,
) {
  const { channelId, drafts, editing = null, replyTo = null } = props;
  const t = useTexts(texts);
  const noteId = useId();
  const popupId = useId();
  const { draft, change, clear } = useDraft(channelId, drafts, editing, props.editText);
  const [caret, setCaret] = useState(0);
  const [isEmptyEdit, setEmptyEdit] = useState(false);
  const seconds = useCountdown(editing === null ? props.waitUntil : null);
  const { emojiDataUrl = "/chat-emoji" } = props;
  const { locale } = useLocale();
  const emoji = useRef<typeof import("./search-emoji.ts") | null>(null);
  const searchEmoji = useCallback<SearchEmoji>(
    async (query) => (emoji.current = await import("./search-emoji.ts")).searchEmoji(emojiDataUrl, locale, query),
    [emojiDataUrl, locale],
  );
  const popup = useCompletions(draft, caret, props.searchMentions, searchEmoji);
  const own = useRef<EditorHandle | null>(null);
  const focus = () => (own.current ?? field.current)?.focus();

  const markdown = draftToMarkdown(draft).trim();
  const { left, isNear, isOver } = charactersLeft(markdown, props.maxLength);
  const problem = isOver ? t.composer.tooLong(-left) : isEmptyEdit && editing !== null ? t.composer.emptyEdit : null;
  const attachments = editing === null ? (props.attachments ?? []) : [];
  const isReady = areReady(attachments);
  const isEmpty = markdown === "" && attachments.length === 0;
  const note = problem ?? (isNear ? t.composer.charactersLeft(left) : !isReady ? t.attachment.waiting : null);

  const submit = () => {
    if (isOver) return focus();
    if (editing !== null) {
      if (markdown === "") return setEmptyEdit(true);
      if (markdown === editing.text.trim()) props.onCancelEdit?.();
      else props.onEdit?.(editing.id, markdown);
      return;
    }
    if (isEmpty || !isReady || seconds > 0) return;
    props.onSend({
      text: markdown,
      replyTo: replyTo ?? undefined,
      custom: custom !== null && Object.keys(custom).length > 0 ? custom : undefined,
      ...(attachments.length > 0 ? { attachmentIds: attachments.map((attachment) => attachment.id) } : {}),
    });
    clear();
    resetCustom();
    focus();
  };
  const cancel = () => (editing === null ? props.onCancelReply : props.onCancelEdit)?.();

  const replace = (start: number, end: number, text: string) => {
    const at = start + text.length;
    if (field.current) applyTextChange(field.current, { start, end, insert: text, selectStart: at, selectEnd: at });
  };
  const insert = (text: string) => {
    if (own.current) own.current.insert(text);
    else if (field.current) replace(field.current.selectionStart, field.current.selectionEnd, text);
  };

  const pick = (item: Completion) => {
    popup.dismiss();
    if (item.kind === "emoji") {
      noteEmoji(item.emoji);
      return replace(popup.start, caret, `${item.emoji} `);
    }
    const next = insertMention(draft, popup.start, caret, item);
    replace(popup.start, draft.text.length - (next.text.length - next.caret), next.text.slice(popup.start, next.caret));
    // After the browser has told of the text alone: whom it means comes with it.
    change(next);
    setCaret(next.caret);
  };

  /** True where the open popup took the key. */
  const popupTook = (event: KeyboardEvent): boolean => {
    if (!popup.isOpen || event.nativeEvent.isComposing) return false;
    const item = popup.items[popup.active];
    if (event.key === "ArrowDown") popup.move(1);
    else if (event.key === "ArrowUp") popup.move(-1);
    else if (event.key === "Escape") popup.dismiss();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && item && popup.isSettled) pick(item);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (popupTook(event)) return event.preventDefault();
    const action = readComposerKey(event.nativeEvent, { isEmpty: draft.text === "", isTouch: isTouch() });
    if (action === null || (action === "edit-last" && (editing !== null || !props.onEditLast))) return;
    if (action === "cancel" && editing === null && replyTo === null) return;
    const input = event.currentTarget;
    const { value, selectionStart: start, selectionEnd: end } = input;
    const next = action === "newline" && start === end ? continueList(value, start) : null;
    if (action === "newline" && next === null) return;
    event.preventDefault();
    if (next) applyTextChange(input, next);
    else if (action === "send") submit();
    else if (action === "edit-last") props.onEditLast?.();
    else if (action === "cancel") cancel();
    else if (action === "quote" || action === "bullets" || action === "numbers")
      applyTextChange(input, markLines(value, start, end, action));
    else if (action !== "newline") applyTextChange(input, wrapSelection(value, start, end, markdownMarks[action]));
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = takeFiles(event.clipboardData);
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const link = linkSelection(value, selectionStart, selectionEnd, event.clipboardData.getData("text/plain"));
    // All else is the browser's: a textarea takes plain text only.
    if (files.length > 0 && props.onAttach && editing === null) props.onAttach(files);
    else if (link) applyTextChange(event.currentTarget, link);
    else return;
    event.preventDefault();
  };
  const changeText = (text: string) => {
    change({ text, mentions: draft.mentions });
    setEmptyEdit(false);
    if (editing === null && text !== "") props.onTyping?.();
  };
  const register = useRef((editor: EditorHandle | null) => {
    own.current = editor;
  }).current;
  // The caret of an editor of its own is not known here, so that nothing is completed in it.
  const hasOwn = props.renderEditor !== undefined;
  useEffect(() => {
    if (hasOwn) setCaret(0);
  }, [hasOwn]);

  return {
    text: draft.text,
    markdown,
    note,
    noteId,
    problem,
    popup,
    popupId,
    seconds,
    isEmpty,
    attachments,
    canSend: !isEmpty && isReady && !isOver && seconds === 0,
    submit,
    cancel,
    focus,
    insert,
    pick,
    register,
    changeText,
    onKeyDown,
    onPaste,
    onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => setCaret(event.currentTarget.selectionStart),
    onChange: (event: ChangeEvent<HTMLTextAreaElement>) => {
      const { value, selectionStart } = event.currentTarget;
      setCaret(selectionStart);
      changeText(value);
      // Typed, and not brought back by undo.
      if (!("data" in event.nativeEvent) || event.nativeEvent.data !== ":") return;
      const closed = emoji.current?.findClosedEmoji(emojiDataUrl, locale, value, selectionStart);
      if (closed) replace(closed.start, selectionStart, closed.emoji);
    },
  };
}

export type ComposerState = ReturnType<typeof useComposer>;
