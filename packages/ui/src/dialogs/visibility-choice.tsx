"use client";

import { useId, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { GlobeIcon, LockIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";

const texts = { channel: channelStrings };

export interface VisibilityChoiceProps {
  value: "public" | "private";
  onChange: (value: "public" | "private") => void;
  disabled?: boolean;
}

/** Who can join a group: two radio cards. */
export function VisibilityChoice({ value, onChange, disabled = false }: VisibilityChoiceProps): ReactElement {
  const t = useTexts(texts);
  const name = useId();
  const choices = [
    { id: "private", icon: <LockIcon />, label: t.channel.privateGroup, text: t.channel.privateText },
    { id: "public", icon: <GlobeIcon />, label: t.channel.publicGroup, text: t.channel.publicText },
  ] as const;
  return (
    <fieldset data-slot="visibility-choice" disabled={disabled}>
      <legend className="chat:mb-1 chat:text-xs chat:font-medium">{t.channel.visibility}</legend>
      <div className="chat:grid chat:grid-cols-2 chat:gap-2">
        {choices.map((choice) => (
          <label
            key={choice.id}
            className={classNames(
              "chat:flex chat:cursor-pointer chat:flex-col chat:gap-0.5 chat:rounded-lg chat:border chat:px-3 chat:py-2 chat:has-focus-visible:outline-2 chat:has-focus-visible:outline-[var(--chat-ring)]",
              value === choice.id ? "chat:border-accent chat:bg-accent-soft" : "chat:border-border chat:hover:bg-hover",
            )}
          >
            <input
              type="radio"
              className="chat:sr-only"
              name={name}
              value={choice.id}
              checked={value === choice.id}
              onChange={() => onChange(choice.id)}
            />
            <span className="chat:flex chat:items-center chat:gap-2 chat:text-sm chat:font-medium">
              {choice.icon}
              {choice.label}
            </span>
            <span className="chat:text-xs chat:text-pretty chat:text-muted">{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
