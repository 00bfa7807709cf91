"use client";

import { createChatClient, type InitialData } from "@chat/client";
import { Messenger, type ComposerExtra, type Slots } from "@chat/ui";
import { usePathname } from "next/navigation";
import { useState } from "react";
import type { AppChat } from "../../chat.config.ts";
import type { Preferences, Theme } from "../preferences/preferences.ts";
import { setTheme } from "../preferences/set-theme.ts";
import { changePassword, signOut } from "../sign-in/accounts.ts";
import { channelPath, messageLink, placeOfPath } from "./channel-path.ts";
import { moderateMessage } from "./moderate-message.ts";
import { useLinkedMessage } from "./use-linked-message.ts";
import { useSignedOut } from "./use-signed-out.ts";
import { UrgentMark } from "./urgent-mark.tsx";
import { UrgentToggle } from "./urgent-toggle.tsx";

const components: Slots<AppChat> = { MessageExtra: UrgentMark };
const composerExtra = (extra: ComposerExtra<AppChat>) => <UrgentToggle {...extra} />;
const consoleLink = ({ channelId }: { channelId: string }) => `/admin/groups?id=${channelId}&read=1`;
const staffLinks = [{ label: "Open the console", href: "/admin" }];
// Next's router follows the browser's own history, so that changing the channel asks the server for nothing.
const navigate = (channelId: string | null, threadOf: string | null) =>
  window.history.pushState(null, "", channelPath(channelId, threadOf));

export interface ChatAppProps {
  /** What the server painted; the client goes on from it. */
  initial: InitialData<AppChat>;
  preferences: Preferences;
  /** Stands in the tab's title. */
  siteName: string;
}

/** The kit's messenger with this site's accounts, addresses and own fields. */
export function ChatApp({ initial, preferences, siteName }: ChatAppProps) {
  const [client] = useState(() => createChatClient<AppChat>({ url: "", initial }));
  const [theme, setShownTheme] = useState<Theme>(preferences.theme);
  const place = placeOfPath(usePathname());
  useLinkedMessage(client, place);
  useSignedOut(client);
  const isStaff = initial.me !== undefined && initial.me.role !== "user";
  return (
    <Messenger
      client={client}
      channelId={place.channelId}
      threadOf={place.threadOf}
      onNavigate={navigate}
      components={components}
      composerExtra={composerExtra}
      linkTo={messageLink}
      productName={siteName}
      theme={theme}
      timeZone={preferences.timeZone}
      onThemeChange={(next) => {
        setTheme(next);
        setShownTheme(next);
      }}
      onChangePassword={changePassword}
      onSignOut={() => void signOut()}
      {...(isStaff ? { profileLinks: staffLinks, consoleLinkTo: consoleLink, moderation: moderateMessage } : {})}
    />
  );
}
