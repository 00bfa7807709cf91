"use client";

import { useEffect, useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { AtSignIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import type { Completion } from "./use-completions.ts";

const texts = { composer: composerStrings };

export interface CompletionPopupProps {
  /** Of the list; a row's is `<id>-<index>`, for `aria-activedescendant`. */
  id: string;
  items: readonly Completion[];
  active: number;
  onPick: (item: Completion) => void;
  onActivate: (index: number) => void;
}

/** People to mention or emoji, above the composer. Focus stays in the text; the composer hands on the keys. */
export function CompletionPopup({ id, items, active, onPick, onActivate }: CompletionPopupProps): ReactElement {
  const t = useTexts(texts);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, items]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={items[0]?.kind === "emoji" ? t.composer.emojiNames : t.composer.mentions}
      data-slot="completion-popup"
      className="chat-scroll chat:absolute chat:inset-x-0 chat:bottom-full chat:z-20 chat:mb-2 chat:max-h-64 chat:max-w-96 chat:animate-[chat-fade-in_120ms_ease-out] chat:overflow-y-auto chat:rounded-xl chat:border chat:border-border chat:bg-raised chat:p-1 chat:shadow-overlay"
    >
      {items.map((item, index) => (
        <div
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            "chat:flex chat:h-9 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm",
            index === active && "chat:bg-active",
          )}
          onPointerMove={() => onActivate(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          <Lead item={item} />
          <span className="chat:truncate chat:font-medium">{item.name}</span>
          {item.kind === "mention" && item.hint && <span className="chat:truncate chat:text-muted">{item.hint}</span>}
        </div>
      ))}
    </div>
  );
}

function Lead({ item }: { item: Completion }) {
  const box = "chat:flex chat:size-6 chat:shrink-0 chat:items-center chat:justify-center";
  if (item.kind === "emoji") return <span className={`${box} chat:font-emoji chat:text-lg chat:leading-none`}>{item.emoji}</span>;
  if (item.hint === undefined) return <Avatar id={item.id} name={item.name} image={item.image} size={24} />;
  return (
    <span className={`${box} chat:text-muted`}>
      <AtSignIcon />
    </span>
  );
}
