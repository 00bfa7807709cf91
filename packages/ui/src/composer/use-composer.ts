import { useId, useState, type ChangeEvent, type KeyboardEvent, type RefObject, type SyntheticEvent } from "react";
import { useCatalogue } from "../catalogue/catalogue-provider.tsx";
import { readComposerKey } from "./composer-keys.ts";
import type { ComposerProps } from "./composer.tsx";
import { draftToMarkdown, insertMention } from "./mention-tokens.ts";
import { charactersLeft } from "./message-length.ts";
import { useCountdown } from "./use-countdown.ts";
import { useDraft } from "./use-draft.ts";
import { useMentionPopup, type Mentionable } from "./use-mention-popup.ts";
import { applyTextChange, markdownMarks, wrapSelection } from "./wrap-selection.ts";

/** A keyboard on the screen has a return key, not a send key. */
const isTouch = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

/** The composer's behaviour: what keys, typing and sending do to the draft. */
export function useComposer(
  props: ComposerProps,
  field: RefObject<HTMLTextAreaElement | null>,
  custom: Record<string, unknown>,
  resetCustom: () => void,
) {
  const { channelId, drafts, editing = null, replyTo = null } = props;
  const t = useCatalogue();
  const noteId = useId();
  const popupId = useId();
  const { draft, change, clear } = useDraft(channelId, drafts, editing);
  const [caret, setCaret] = useState(0);
  const [isEmptyEdit, setEmptyEdit] = useState(false);
  const seconds = useCountdown(editing === null ? props.waitUntil : null);
  const popup = useMentionPopup(draft.text, caret, props.searchMentions);

  const markdown = draftToMarkdown(draft).trim();
  const { left, isNear, isOver } = charactersLeft(markdown);
  const problem = isOver ? t.composer.tooLong(-left) : isEmptyEdit && editing !== null ? t.composer.emptyEdit : null;
  const note = problem ?? (isNear ? t.composer.charactersLeft(left) : null);

  const submit = () => {
    if (isOver) return field.current?.focus();
    if (editing !== null) {
      if (markdown === "") return setEmptyEdit(true);
      if (markdown === editing.text.trim()) props.onCancelEdit?.();
      else props.onEdit?.(editing.id, markdown);
      return;
    }
    if (markdown === "" || seconds > 0) return;
    props.onSend({ text: markdown, replyTo: replyTo ?? undefined, custom: Object.keys(custom).length > 0 ? custom : undefined });
    clear();
    resetCustom();
    field.current?.focus();
  };

  const insert = (text: string) => {
    const input = field.current;
    if (input === null) return;
    const { selectionStart: start, selectionEnd: end } = input;
    applyTextChange(input, { start, end, insert: text, selectStart: start + text.length, selectEnd: start + text.length });
  };

  const pick = (person: Mentionable) => {
    const next = insertMention(draft, popup.start, caret, person);
    popup.dismiss();
    change(next);
    setCaret(next.caret);
    const input = field.current;
    input?.focus();
    requestAnimationFrame(() => input?.setSelectionRange(next.caret, next.caret));
  };

  /** True where the open popup took the key. */
  const popupTook = (event: KeyboardEvent): boolean => {
    if (!popup.isOpen || event.nativeEvent.isComposing) return false;
    const person = popup.people[popup.active];
    if (event.key === "ArrowDown") popup.move(1);
    else if (event.key === "ArrowUp") popup.move(-1);
    else if (event.key === "Escape") popup.dismiss();
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && person) pick(person);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (popupTook(event)) return event.preventDefault();
    const action = readComposerKey(event.nativeEvent, { isEmpty: draft.text === "", isTouch: isTouch() });
    if (action === null || (action === "edit-last" && (editing !== null || !props.onEditLast))) return;
    if (action === "cancel" && editing === null && replyTo === null) return;
    event.preventDefault();
    if (action === "send") submit();
    else if (action === "edit-last") props.onEditLast?.();
    else if (action === "cancel") (editing === null ? props.onCancelReply : props.onCancelEdit)?.();
    else {
      const { value, selectionStart, selectionEnd } = event.currentTarget;
      applyTextChange(event.currentTarget, wrapSelection(value, selectionStart, selectionEnd, markdownMarks[action]));
    }
  };

  return {
    text: draft.text,
    markdown,
    note,
    noteId,
    problem,
    popup,
    popupId,
    seconds,
    canSend: markdown !== "" && !isOver && seconds === 0,
    submit,
    insert,
    pick,
    onKeyDown,
    onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => setCaret(event.currentTarget.selectionStart),
    onChange: (event: ChangeEvent<HTMLTextAreaElement>) => {
      const { value, selectionStart } = event.currentTarget;
      change({ text: value, mentions: draft.mentions });
      setCaret(selectionStart);
      setEmptyEdit(false);
      if (editing === null && value !== "") props.onTyping?.();
    },
  };
}
