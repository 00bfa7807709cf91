"use client";

import { useId, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { MonitorIcon, MoonIcon, SunIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";

const texts = { profile: profileStrings };

export type Theme = "light" | "dark" | "system";

/** Light, dark, or what the device says. */
export function ThemeChoice({ value, onChange }: { value: Theme; onChange: (theme: Theme) => void }): ReactElement {
  const t = useTexts(texts);
  const name = useId();
  const choices = [
    { id: "light", icon: <SunIcon size={20} />, label: t.profile.light },
    { id: "dark", icon: <MoonIcon size={20} />, label: t.profile.dark },
    { id: "system", icon: <MonitorIcon size={20} />, label: t.profile.system },
  ] as const;
  return (
    <fieldset data-slot="theme-choice">
      <legend className="chat:mb-2 chat:text-sm chat:font-semibold">{t.profile.theme}</legend>
      <div className="chat:grid chat:grid-cols-3 chat:gap-2">
        {choices.map((choice) => (
          <label
            key={choice.id}
            className={classNames(
              "chat:flex chat:cursor-pointer chat:flex-col chat:items-center chat:gap-1.5 chat:rounded-xl chat:border chat:py-3 chat:text-sm chat:font-medium chat:has-focus-visible:outline-2 chat:has-focus-visible:outline-[var(--chat-ring)]",
              value === choice.id
                ? "chat:border-accent chat:bg-accent-soft chat:text-accent-text"
                : "chat:border-border chat:hover:bg-hover",
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
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
