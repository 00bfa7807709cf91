"use client";

import type { Me, Session } from "@chat/contract";
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { profileStrings } from "../catalogue/profile-strings.ts";
import type { Attempt } from "../dialogs/use-attempt.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { LogOutIcon } from "../primitives/icons.tsx";
import { classNames } from "../styles/class-names.ts";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { SessionList } from "./session-list.tsx";
import { ThemeChoice, type Theme } from "./theme-choice.tsx";

const texts = { profile: profileStrings };

export interface ProfileDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  me: Pick<Me, "id" | "name" | "image" | "email">;
  /** Left out where name and picture are the host's business. */
  onSave?: (change: { name?: string; image?: string | null }) => Attempt;
  /** Left out where accounts are the host's business. */
  onChangePassword?: (input: { currentPassword: string; newPassword: string }) => Attempt;
  sessions?: readonly Session[];
  onRevoke?: (sessionId: string) => Attempt;
  onRevokeOthers?: () => Attempt;
  theme?: Theme;
  onThemeChange?: (theme: Theme) => void;
  onSignOut?: () => void;
  /** The host's own places for this person, such as its console. */
  links?: readonly ProfileLink[];
}

export interface ProfileLink {
  label: string;
  href: string;
}

type Tab = "profile" | "security" | "appearance";

/** My name and picture, password and signed-in devices, and the theme. */
export function ProfileDialog(props: ProfileDialogProps): ReactElement {
  const { open, onOpenChange, me, sessions, onRevoke, onRevokeOthers, onChangePassword, theme, onThemeChange, onSignOut } = props;
  const t = useTexts(texts);
  const id = useId();
  const [tab, setTab] = useState<Tab>("profile");
  const tabs: { id: Tab; label: string }[] = [{ id: "profile", label: t.profile.profileTab }];
  if (onChangePassword || sessions) tabs.push({ id: "security", label: t.profile.securityTab });
  if (onThemeChange) tabs.push({ id: "appearance", label: t.profile.appearanceTab });

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const direction = getComputedStyle(event.currentTarget).direction === "rtl" ? -by : by;
    const at = tabs.findIndex((item) => item.id === tab) + direction;
    const next = tabs[(at + tabs.length) % tabs.length];
    if (next === undefined) return;
    setTab(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t.profile.title}
      footer={
        (onSignOut || props.links) && (
          <>
            {onSignOut && (
              <Button icon={<LogOutIcon />} onClick={onSignOut} className="chat:me-auto">
                {t.profile.signOut}
              </Button>
            )}
            {props.links?.map(({ label, href }) => (
              <a
                key={href}
                href={href}
                className="chat:inline-flex chat:h-9 chat:items-center chat:rounded-lg chat:px-3.5 chat:text-sm chat:font-medium chat:text-accent-text chat:hover:bg-hover"
              >
                {label}
              </a>
            ))}
          </>
        )
      }
    >
      {tabs.length > 1 && (
        <div
          role="tablist"
          aria-label={t.profile.title}
          className="chat:mb-4 chat:flex chat:gap-1 chat:border-b chat:border-border"
        >
          {tabs.map((item) => (
            <button
              key={item.id}
              id={`${id}-${item.id}`}
              type="button"
              role="tab"
              aria-selected={tab === item.id}
              aria-controls={`${id}-panel`}
              tabIndex={tab === item.id ? 0 : -1}
              onClick={() => setTab(item.id)}
              onKeyDown={onKeyDown}
              className={classNames(
                "chat:-mb-px chat:h-9 chat:border-b-2 chat:px-3 chat:text-sm chat:font-medium chat:-outline-offset-2",
                tab === item.id
                  ? "chat:border-accent chat:text-text"
                  : "chat:border-transparent chat:text-muted chat:hover:text-text",
              )}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
      <div
        id={`${id}-panel`}
        {...(tabs.length > 1 ? { role: "tabpanel", "aria-labelledby": `${id}-${tab}` } : {})}
        className="chat:flex chat:min-h-80 chat:flex-col chat:gap-6"
      >
        {tab === "profile" && (props.onSave ? <ProfileForm me={me} onSave={props.onSave} /> : <KnownPerson {...me} />)}
        {tab === "security" && onChangePassword && <PasswordForm email={me.email} onChangePassword={onChangePassword} />}
        {tab === "security" && sessions && (
          <SessionList sessions={sessions} onRevoke={onRevoke} onRevokeOthers={onRevokeOthers} />
        )}
        {tab === "appearance" && onThemeChange && <ThemeChoice value={theme ?? "system"} onChange={onThemeChange} />}
      </div>
    </Dialog>
  );
}

function KnownPerson({ id, name, image }: Pick<Me, "id" | "name" | "image">) {
  return (
    <div className="chat:flex chat:items-center chat:gap-4">
      <Avatar id={id} name={name} image={image} size={64} />
      <p dir="auto" className="chat:text-base chat:font-semibold chat:wrap-anywhere">
        {name}
      </p>
    </div>
  );
}
