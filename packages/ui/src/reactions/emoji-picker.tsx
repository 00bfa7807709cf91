"use client";

import {
  defaultEmojiDataResolver,
  EmojiPicker as Picker,
  type EmojiDataResolver,
  type EmojiPickerListEmojiProps,
} from "frimousse";
import { useCallback, useState, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { reactionStrings } from "../catalogue/reaction-strings.ts";
import { Button } from "../primitives/button.tsx";
import { Spinner } from "../primitives/spinner.tsx";
import { emojiLocale } from "./emoji-locale.ts";
import { frequentEmoji, noteEmoji } from "./frequent-emoji.ts";

const texts = { common: commonStrings, reaction: reactionStrings };

const COLUMNS = 8;

export interface EmojiPickerProps {
  /** Where the host serves `<locale>/data.json` and `<locale>/messages.json` of the package emojibase-data. Never a CDN. */
  dataUrl?: string;
  onPick: (emoji: string) => void;
}

/** A focus by itself calls up a finger's keyboard, over half of the picker. */
const hasKeyboard = () => typeof matchMedia === "function" && matchMedia("(pointer: fine)").matches;

/** Search, the reader's frequent ones, then all by category. Arrow keys move, Enter picks. */
export function EmojiPicker({ dataUrl = "/chat-emoji", onPick }: EmojiPickerProps): ReactElement {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const [search, setSearch] = useState("");
  const [frequent] = useState(() => frequentEmoji(COLUMNS));
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const resolve = useCallback<EmojiDataResolver>(async (language, options) => {
    try {
      return await defaultEmojiDataResolver(language, options);
    } catch {
      if (options.signal?.aborted !== true) setFailed(true);
      // The library would only write it to the console: the next attempt is a new picker.
      return new Promise<never>(() => {});
    }
  }, []);
  const retry = () => {
    setFailed(false);
    setAttempt(attempt + 1);
  };
  const pick = (emoji: string) => {
    noteEmoji(emoji);
    onPick(emoji);
  };
  return (
    <Picker.Root
      key={attempt}
      resolveEmojiData={resolve}
      data-slot="emoji-picker"
      columns={COLUMNS}
      locale={emojiLocale(locale)}
      emojibaseUrl={dataUrl}
      onEmojiSelect={({ emoji }) => pick(emoji)}
      className="chat:flex chat:h-88 chat:w-[calc(var(--chat-emoji-cell)*8+1.75rem)] chat:max-w-full chat:flex-col"
    >
      <div className="chat:p-2">
        <Picker.Search
          autoFocus={hasKeyboard()}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t.reaction.search}
          aria-label={t.reaction.search}
          className="chat:h-8 chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2.5 chat:text-sm chat:focus-visible:outline-offset-0"
        />
      </div>
      {search === "" && (
        <section aria-label={t.reaction.frequent} className="chat:px-2 chat:pb-1">
          <h3 className="chat:pb-1 chat:text-2xs chat:font-semibold chat:text-muted">{t.reaction.frequent}</h3>
          <div className="chat:flex">
            {frequent.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-label={t.reaction.addNamed(emoji)}
                className={cell}
                onClick={() => pick(emoji)}
              >
                {emoji}
              </button>
            ))}
          </div>
        </section>
      )}
      <Picker.Viewport tabIndex={0} className="chat-scroll chat:min-h-0 chat:flex-1 chat:focus-visible:-outline-offset-2">
        {hasFailed && (
          <div
            role="alert"
            className="chat:flex chat:h-full chat:flex-col chat:items-center chat:justify-center chat:gap-3 chat:p-4 chat:text-sm"
          >
            <p>{t.reaction.loadFailed}</p>
            <Button onClick={retry}>{t.common.retry}</Button>
          </div>
        )}
        <Picker.Loading
          hidden={hasFailed}
          className="chat:flex chat:h-full chat:items-center chat:justify-center chat:text-muted"
        >
          <Spinner label={t.common.loading} />
        </Picker.Loading>
        <Picker.Empty className="chat:flex chat:h-full chat:items-center chat:justify-center chat:p-4 chat:text-center chat:text-sm chat:text-muted">
          {({ search: term }) => t.reaction.empty(term)}
        </Picker.Empty>
        <Picker.List className="chat:pb-2 chat:select-none" components={{ CategoryHeader, Row, Emoji }} />
      </Picker.Viewport>
    </Picker.Root>
  );
}

const cell =
  "chat:flex chat:size-(--chat-emoji-cell) chat:shrink-0 chat:font-emoji chat:items-center chat:justify-center chat:rounded-md chat:text-xl chat:leading-none chat:hover:bg-hover chat:data-[active]:bg-active";

function CategoryHeader({ category, ...props }: { category: { label: string } }) {
  return (
    <div {...props} className="chat:bg-raised chat:px-2 chat:pt-2 chat:pb-1 chat:text-2xs chat:font-semibold chat:text-muted">
      {category.label}
    </div>
  );
}

// The library counts rows and columns from 0, ARIA from 1.
const fromOne = (index: number | string | undefined) => (index === undefined ? undefined : Number(index) + 1);

function Row({ children, ...props }: { children?: React.ReactNode; "aria-rowindex"?: number }) {
  return (
    <div {...props} aria-rowindex={fromOne(props["aria-rowindex"])} className="chat:flex chat:px-2">
      {children}
    </div>
  );
}

function Emoji({ emoji, ...props }: EmojiPickerListEmojiProps) {
  return (
    <button
      {...props}
      role="gridcell"
      aria-colindex={fromOne(props["aria-colindex"])}
      type="button"
      data-active={emoji.isActive || undefined}
      className={cell}
    >
      {emoji.emoji}
    </button>
  );
}
