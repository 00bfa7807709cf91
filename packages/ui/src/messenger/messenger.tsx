"use client";

import type { ChatClient } from "@chat/client";
import { ChatProvider } from "@chat/client/react";
import type { ChatDefinition } from "@chat/contract";
import { useCallback, useState, type ReactElement, type ReactNode } from "react";
import type { ComposerExtra } from "../composer/composer.tsx";
import type { Attempt } from "../dialogs/use-attempt.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { MessageKinds, type MessageKind } from "../message/message-kind.tsx";
import { SlotsProvider, type Slots } from "../slots/slots.tsx";
import type { ProfileLink } from "../profile/profile-dialog.tsx";
import type { Theme } from "../profile/theme-choice.tsx";
import { ModerationProvider, type MessageModeration } from "../report/message-moderation.tsx";
import { ChatRoot, type ChatRootProps } from "../root/chat-root.tsx";
import type { ThreadPlace } from "../thread-view/thread-view.tsx";
import { BanGate } from "../sanction/ban-gate.tsx";
import { MainFrame } from "./main-frame.tsx";
import { MessengerScreen } from "./messenger-screen.tsx";

export interface MessengerProps<D extends ChatDefinition = ChatDefinition> extends Omit<ChatRootProps, "children"> {
  client: ChatClient<D>;
  /** The open channel, null for none. Leave it out and the messenger keeps it itself. */
  channelId?: string | null | undefined;
  /** The message of that channel whose thread is open, null for none. Leave it out and the messenger keeps it itself. */
  threadOf?: string | null | undefined;
  onNavigate?: (channelId: string | null, threadOf: string | null) => void;
  /** The host's own components in place of the kit's; keep the object's identity stable. */
  components?: Slots<D>;
  /** The product's own kinds of messages; see MessageKinds. Keep the array's identity stable. */
  kinds?: readonly MessageKind<D>[];
  /** A slot in the composer, for the product's own fields of a message. */
  composerExtra?: (extra: ComposerExtra<D>) => ReactNode;
  /** The address of a message, and where it stands if in a thread; without it there is no "Copy link". */
  linkTo?: (message: TimelineMessage<D>, thread?: ThreadPlace) => string;
  /** Where the site's moderators look at a message; give it to them alone. Without it there is no "Open in console". */
  consoleLinkTo?: (message: TimelineMessage<D>) => string;
  /** Lets the site's moderators hide and delete messages where they read them; give it to them alone. Keep the object's identity stable. */
  moderation?: MessageModeration;
  layout?: "flat" | "bubbles";
  /** Where the emoji picker's data is served; see EmojiPicker. */
  emojiDataUrl?: string;
  /** What stands behind the channel's name in the tab's title; false leaves the title alone. */
  productName?: string | false;
  /** Offers to write to people and to make and browse groups; false where the host alone opens conversations. */
  canStart?: boolean;
  /**
   * The page's main landmark, which keeps clear of a phone's own edges, unless the host has one around it: then false, and its keys count only where
   * focus is inside.
   */
  isMain?: boolean;
  onThemeChange?: (theme: Theme) => void;
  /** Left out where accounts are the host's business. */
  onChangePassword?: (input: { currentPassword: string; newPassword: string }) => Attempt;
  /** Shows the signed-in devices; false where sign-in is the host's. */
  showSessions?: boolean;
  onSignOut?: () => void;
  /** The host's own places for the reader, shown with their profile, such as a console. */
  profileLinks?: readonly ProfileLink[];
}

const noKinds: readonly MessageKind[] = [];

/**
 * The whole chat: conversations on one side, the open one on the other, or one of the two where the box is narrower than 900 px. It fills
 * its parent. Keys: Ctrl/⌘+K search, Alt+↑ ↓ previous and next conversation, Escape closes what is open, ? shows all keys.
 */
export function Messenger<D extends ChatDefinition = ChatDefinition>(props: MessengerProps<D>): ReactElement {
  const { client, channelId, threadOf, onNavigate, theme, dir, className, style, strings, locale, timeZone } = props;
  // Inside, the product's own fields do not matter; only slots and callbacks of the host see them.
  const plain = props as unknown as MessengerProps;
  const [held, setHeld] = useState<{ channelId: string | null; threadOf: string | null }>({ channelId: null, threadOf: null });
  const navigate = useCallback(
    (nextChannel: string | null, nextThread: string | null = null) => {
      setHeld({ channelId: nextChannel, threadOf: nextThread });
      onNavigate?.(nextChannel, nextThread);
    },
    [onNavigate],
  );
  return (
    <ChatRoot
      className={`chat:h-full chat:min-h-0 chat:w-full ${className ?? ""}`}
      {...(theme ? { theme } : {})}
      {...(props.density ? { density: props.density } : {})}
      {...(props.contrast ? { contrast: props.contrast } : {})}
      {...(dir ? { dir } : {})}
      {...(style ? { style } : {})}
      {...(strings ? { strings } : {})}
      {...(locale ? { locale } : {})}
      {...(timeZone ? { timeZone } : {})}
    >
      <ChatProvider client={client}>
        <MainFrame isMain={props.isMain !== false}>
          <BanGate>
            <SlotsProvider components={plain.components}>
              <MessageKinds kinds={plain.kinds ?? noKinds}>
                <ModerationProvider value={props.moderation}>
                  <MessengerScreen
                    {...plain}
                    channelId={channelId === undefined ? held.channelId : channelId}
                    threadOf={threadOf === undefined ? held.threadOf : threadOf}
                    onNavigate={navigate}
                  />
                </ModerationProvider>
              </MessageKinds>
            </SlotsProvider>
          </BanGate>
        </MainFrame>
      </ChatProvider>
    </ChatRoot>
  );
}
