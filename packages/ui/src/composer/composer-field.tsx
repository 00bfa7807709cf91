"use client";

import type { ReactElement, RefObject } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import type { ComposerProps } from "./composer.tsx";
import { useAutosize } from "./use-autosize.ts";
import type { ComposerState } from "./use-composer.ts";

const texts = { composer: composerStrings };

export interface ComposerFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  composer: ComposerState;
  props: ComposerProps;
}

/** The text: a plain textarea that grows, or the host's own editor. */
export function ComposerField({ field, composer, props }: ComposerFieldProps): ReactElement {
  const t = useTexts(texts);
  const { popup, text, seconds } = composer;
  useAutosize(field, text);
  const label = props.label ?? t.composer.label(props.title);
  const placeholder = seconds > 0 ? t.composer.waitSeconds(seconds) : (props.label ?? t.composer.placeholder(props.title));
  const describedBy = composer.note ? composer.noteId : undefined;
  if (props.renderEditor) {
    return (
      <div data-slot="composer-editor" className="chat:min-h-11 chat:min-w-0 chat:flex-1">
        {props.renderEditor({
          text,
          label,
          placeholder,
          describedBy,
          isInvalid: composer.problem !== null,
          onChange: composer.changeText,
          onSubmit: composer.submit,
          onCancel: composer.cancel,
          onEditLast: props.onEditLast,
          onFiles: props.onAttach,
          register: composer.register,
        })}
      </div>
    );
  }
  return (
    <textarea
      ref={field}
      value={text}
      rows={1}
      aria-label={label}
      aria-invalid={composer.problem ? true : undefined}
      aria-describedby={describedBy}
      aria-autocomplete="list"
      aria-controls={popup.isOpen ? composer.popupId : undefined}
      aria-activedescendant={popup.isOpen ? `${composer.popupId}-${popup.active}` : undefined}
      placeholder={placeholder}
      enterKeyHint="enter"
      dir={text === "" ? undefined : "auto"}
      data-slot="composer-input"
      className="chat-scroll chat:block chat:field-sizing-content chat:max-h-[40cqh] chat:min-h-11 chat:min-w-0 chat:flex-1 chat:resize-none chat:py-3 chat:ps-4 chat:pe-1 chat:text-base chat:leading-5 chat:max-sm:text-[1rem] chat:outline-none chat:placeholder:truncate"
      onChange={composer.onChange}
      onSelect={composer.onSelect}
      onKeyDown={composer.onKeyDown}
      onPaste={composer.onPaste}
    />
  );
}
