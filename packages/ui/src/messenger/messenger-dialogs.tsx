"use client";

import { Suspense, useState, type ReactElement } from "react";
import { lazyPart } from "../primitives/lazy-part.ts";
import { BrowseGroups } from "./browse-groups.tsx";
import type { MessengerProps } from "./messenger.tsx";
import { NewGroupScreen } from "./new-group-screen.tsx";
import { NewMessageScreen } from "./new-message-screen.tsx";
import { PersonScreen } from "./person-screen.tsx";
import { ProfileScreen } from "./profile-screen.tsx";
import { ThreadsScreen } from "./threads-screen.tsx";

const KeysDialog = lazyPart(() => import("./keys-dialog.tsx").then((module) => module.KeysDialog), "idle");

/** What can be open over the messenger. */
export type MessengerDialog =
  | { kind: "new-message" | "new-group" | "browse" | "threads" | "profile" | "keys" }
  | { kind: "person"; userId: string };

export interface MessengerDialogsProps extends Pick<
  MessengerProps,
  "theme" | "onThemeChange" | "onChangePassword" | "showSessions" | "onSignOut" | "profileLinks"
> {
  dialog: MessengerDialog | null;
  onChange: (dialog: MessengerDialog | null) => void;
  onNavigate: (channelId: string | null, threadOf?: string) => void;
  onMessage: ((userId: string) => void) | undefined;
}

/** The messenger's dialogs; each reads what it needs only once it was opened. */
export function MessengerDialogs(props: MessengerDialogsProps): ReactElement {
  const { dialog, onChange, onNavigate } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  if (dialog !== null && !opened.has(dialog.kind)) setOpened(new Set([...opened, dialog.kind]));
  const surface = (kind: MessengerDialog["kind"]) => ({
    open: dialog?.kind === kind,
    onOpenChange: (open: boolean) => {
      if (!open) onChange(null);
    },
  });
  return (
    <>
      {opened.has("new-message") && <NewMessageScreen {...surface("new-message")} onNavigate={onNavigate} />}
      {opened.has("new-group") && <NewGroupScreen {...surface("new-group")} onNavigate={onNavigate} />}
      {opened.has("browse") && <BrowseGroups {...surface("browse")} onNavigate={onNavigate} />}
      {opened.has("threads") && <ThreadsScreen {...surface("threads")} onNavigate={onNavigate} />}
      {opened.has("keys") && (
        <Suspense fallback={null}>
          <KeysDialog {...surface("keys")} />
        </Suspense>
      )}
      {opened.has("profile") && <ProfileScreen {...props} {...surface("profile")} />}
      {dialog?.kind === "person" && <PersonScreen {...surface("person")} userId={dialog.userId} onMessage={props.onMessage} />}
    </>
  );
}
