"use client";

import { useBlocks, useChannels, useConnection, useMe, useThreads } from "@chat/client/react";
import type { Me } from "@chat/contract";
import { useMemo, useRef, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messengerStrings } from "../catalogue/messenger-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { ChannelList } from "../channel-list/channel-list.tsx";
import { ThreadsButton } from "../channel-list/threads-button.tsx";
import { ChannelView } from "../channel-view/channel-view.tsx";
import { useEntryNow } from "../channel-view/entry-now.ts";
import type { ComposerHandle } from "../composer/composer.tsx";
import { createDraftStore } from "../composer/draft-store.ts";
import { ConnectionBanner } from "../connection/connection-banner.tsx";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { EmptyState } from "../primitives/empty-state.tsx";
import { MessageIcon } from "../primitives/icons.tsx";
import { Tooltip } from "../primitives/tooltip.tsx";
import { SanctionNotices } from "../sanction/sanction-notices.tsx";
import { classNames } from "../styles/class-names.ts";
import { itemNow } from "./item-now.ts";
import { MessengerDialogs, type MessengerDialog } from "./messenger-dialogs.tsx";
import type { MessengerProps } from "./messenger.tsx";
import { useMessengerKeys } from "./use-messenger-keys.ts";
import { useTabTitle } from "./use-tab-title.ts";

const texts = { channelList: channelListStrings, messenger: messengerStrings };

type ScreenProps = Omit<MessengerProps, "channelId" | "threadOf" | "onNavigate"> & {
  channelId: string | null;
  threadOf: string | null;
  onNavigate: (channelId: string | null, threadOf?: string | null) => void;
};

/** The messenger inside its providers. */
export function MessengerScreen(props: ScreenProps): ReactElement {
  const { channelId, threadOf, productName, canStart = true } = props;
  const t = useTexts(texts);
  const me = useMe().state.me;
  const { state: channels, actions } = useChannels();
  const threads = useThreads().state;
  const blocked = useBlocks().state.userIds;
  const { state: connection, actions: line } = useConnection();
  const now = useEntryNow();
  const items = useMemo(() => channels.items.map((item) => itemNow(item, now(item.entry))), [channels.items, now]);
  const drafts = useMemo(() => createDraftStore(me?.id ?? "nobody"), [me?.id]);
  const [isDetailsOpen, setDetails] = useState(false);
  const [dialog, setDialog] = useState<MessengerDialog | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const box = useRef<HTMLDivElement>(null);

  const onNavigate = (next: string | null, nextThread: string | null = null) => {
    // Where details lie over the conversation, they would hide the one that was asked for; and a thread stands in their place.
    if ((box.current?.clientWidth ?? 0) < threePanesPx || nextThread !== null) setDetails(false);
    props.onNavigate(next, nextThread);
  };
  const onDetailsChange = (isOpen: boolean) => {
    setDetails(isOpen);
    if (isOpen && threadOf !== null) props.onNavigate(channelId);
  };
  const open = items.find((item) => item.entry.channel.id === channelId)?.entry;
  const title = open ? channelName(open, t) : null;
  useTabTitle(
    productName === false
      ? null
      : t.messenger.tabTitle(channels.unreadTotal + threads.unreadTotal, title, productName ?? t.messenger.product),
  );
  const mayGroup = connection.capabilities === null || connection.capabilities.includes("groups");
  useMessengerKeys({
    ids: items.map((item) => item.entry.channel.id),
    channelId,
    onNavigate,
    search,
    within: props.isMain === false ? box : null,
    onKeys: () => setDialog({ kind: "keys" }),
    onEscape: () => {
      if (threadOf !== null) onNavigate(channelId);
      else if (isDetailsOpen) setDetails(false);
      else if (channelId !== null && (box.current?.clientWidth ?? 0) < narrowPx) onNavigate(null);
      else composer.current?.focus();
    },
  });

  const writeTo = (userId: string) =>
    void actions.openDirect(userId).then(
      (entry) => onNavigate(entry.channel.id),
      () => undefined,
    );
  return (
    <div
      ref={box}
      data-slot="messenger"
      data-channel={channelId ?? undefined}
      className="chat:@container/chat-messenger chat:relative chat:h-full chat:overflow-hidden"
    >
      <h1 className="chat:sr-only">{title ?? t.channelList.title}</h1>
      <ConnectionBanner
        status={connection.status}
        reason={connection.reason}
        onRetry={line.reconnect}
        onReload={connection.reload ? () => window.location.reload() : undefined}
        className={channelId === null ? "chat:top-auto! chat:bottom-4" : "chat:top-16!"}
      />
      <div className="chat:flex chat:h-full">
        <ChannelList
          className={classNames(
            "chat:w-full chat:shrink-0 chat:@min-[56.25rem]/chat-messenger:flex chat:@min-[56.25rem]/chat-messenger:w-80 chat:@min-[56.25rem]/chat-messenger:border-e chat:@min-[56.25rem]/chat-messenger:border-border",
            channelId !== null && "chat:hidden",
          )}
          items={items}
          meId={me?.id ?? ""}
          selectedId={channelId}
          onSelect={onNavigate}
          isLoading={channels.isLoading && connection.reason === null}
          hasFailed={channels.error !== null || connection.reason !== null}
          onRetry={line.reconnect}
          hasMore={channels.hasMore}
          onLoadMore={() => void actions.loadMore()}
          drafts={drafts}
          blocked={blocked}
          searchRef={search}
          top={
            threads.items.length > 0 && (
              <ThreadsButton
                unread={threads.unreadTotal}
                mentions={threads.mentionTotal}
                onClick={() => setDialog({ kind: "threads" })}
              />
            )
          }
          {...(canStart && {
            onNewMessage: () => setDialog({ kind: "new-message" }),
            ...(mayGroup && { onNewGroup: () => setDialog({ kind: "new-group" }) }),
            onBrowseGroups: () => setDialog({ kind: "browse" }),
          })}
          headerStart={
            me &&
            hasProfile(me, props) && (
              <Tooltip label={t.channelList.profile} side="bottom">
                <button type="button" onClick={() => setDialog({ kind: "profile" })} className="chat:rounded-full">
                  <span className="chat:sr-only">{t.channelList.profile}</span>
                  <Avatar id={me.id} name={me.name} image={me.image} size={32} />
                </button>
              </Tooltip>
            )
          }
        />
        <div
          className={classNames(
            "chat:min-h-0 chat:min-w-0 chat:flex-1 chat:@min-[56.25rem]/chat-messenger:flex",
            channelId === null ? "chat:hidden" : "chat:flex",
          )}
        >
          {channelId === null ? (
            <EmptyState
              className="chat:flex-1"
              icon={<MessageIcon size={24} />}
              title={t.messenger.pickTitle}
              description={canStart ? t.messenger.pickText : undefined}
              action={
                canStart && (
                  <Button variant="primary" onClick={() => setDialog({ kind: "new-message" })}>
                    {t.messenger.pickAction}
                  </Button>
                )
              }
            />
          ) : (
            <ChannelView
              key={channelId}
              channelId={channelId}
              drafts={drafts}
              onBack={() => onNavigate(null)}
              onGone={() => onNavigate(null)}
              onMessage={canStart ? writeTo : undefined}
              onOpenPerson={(userId) => setDialog({ kind: "person", userId })}
              isDetailsOpen={isDetailsOpen}
              onDetailsChange={onDetailsChange}
              threadOf={threadOf}
              onThreadChange={(messageId) => onNavigate(channelId, messageId)}
              composerExtra={props.composerExtra}
              linkTo={props.linkTo}
              consoleLinkTo={props.consoleLinkTo}
              layout={props.layout}
              emojiDataUrl={props.emojiDataUrl}
              composer={composer}
            />
          )}
        </div>
      </div>
      <SanctionNotices />
      <MessengerDialogs
        {...props}
        dialog={dialog}
        onChange={setDialog}
        onNavigate={onNavigate}
        onMessage={canStart ? writeTo : undefined}
      />
    </div>
  );
}

/** Of a host product's person only what the host gives can be changed here. */
function hasProfile(me: Me, { onThemeChange, onSignOut }: ScreenProps): boolean {
  return me.issuer === "local" || onThemeChange !== undefined || onSignOut !== undefined;
}

/** Below this width there is one pane; the same as in the class names above. */
const narrowPx = 900;
/** From this width on the details stand beside the conversation. */
const threePanesPx = 1_088;
