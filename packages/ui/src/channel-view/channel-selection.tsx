"use client";

import { useBlocks, useChannels, useChatClient, useSendMessage } from "@chat/client/react";
import type { ChannelEntry, UserRef } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { selectionStrings } from "../catalogue/selection-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { SelectionBar } from "../message-list/selection-bar.tsx";
import { copyText } from "../message/copy-text.ts";
import type { MessageActions, TimelineMessage } from "../message/timeline-message.ts";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { errorText } from "./attempt-of.ts";
import { useEntryNow } from "./entry-now.ts";
import { ForwardDialog } from "./forward-dialog.tsx";
import { textToCopy, toForward } from "./selected-text.ts";

const texts = {
  channelList: channelListStrings,
  common: commonStrings,
  errors: errorStrings,
  message: messageStrings,
  selection: selectionStrings,
};

export interface ChannelSelectionProps {
  channelId: string;
  /** Ascending by seq. */
  chosen: readonly TimelineMessage[];
  actions: MessageActions;
  people: (userId: string) => UserRef | undefined;
  onEnd: () => void;
  onProblem: (text: string) => void;
  onDone: (text: string) => void;
}

/** What is done with several messages at once, wired to the client. */
export function ChannelSelection(props: ChannelSelectionProps): ReactElement {
  const { channelId, chosen, actions, people, onEnd, onProblem, onDone } = props;
  const t = useTexts(texts);
  const { locale, timeZone } = useLocale();
  const client = useChatClient();
  const { actions: sending } = useSendMessage(channelId);
  const { state: channels, actions: loading } = useChannels();
  const blocked = useBlocks().state.userIds;
  const now = useEntryNow();
  const [asked, setAsked] = useState<"delete" | "forward" | null>(null);
  const close = (open: boolean) => {
    if (!open) setAsked(null);
  };
  const nameOf = (message: TimelineMessage) => people(message.author.id)?.name ?? message.author.name;
  const mayDelete = actions.onDelete !== undefined && chosen.every((message) => actions.canDelete?.(message) ?? true);

  const copy = async () => {
    if (!(await copyText(textToCopy(chosen, nameOf, locale, timeZone)))) return onProblem(t.message.copyRefused);
    onDone(t.message.copied);
    onEnd();
  };
  /** What is refused stands in the other conversation, to be sent again there. */
  const forward = async (entry: ChannelEntry) => {
    const drafts = chosen.map((message) => toForward(message, nameOf(message), t));
    setAsked(null);
    onEnd();
    const results = await Promise.allSettled(drafts.map((draft) => client.messages.send(entry.channel.id, draft)));
    const refused = results.filter((result) => result.status === "rejected");
    const name = channelName(entry, t);
    if (refused[0] === undefined) onDone(t.selection.forwardedTo(name));
    else onProblem(t.selection.notForwarded(refused.length, results.length, name, errorText(refused[0].reason, t)));
  };
  const remove = async () => {
    setAsked(null);
    onEnd();
    const results = await Promise.allSettled(chosen.map((message) => sending.remove(message.id)));
    const refused = results.find((result) => result.status === "rejected");
    if (refused) onProblem(errorText(refused.reason, t));
  };
  return (
    <>
      <SelectionBar
        count={chosen.length}
        onCopy={() => void copy()}
        onForward={() => setAsked("forward")}
        onDelete={mayDelete ? () => setAsked("delete") : undefined}
        onClose={onEnd}
      />
      <ForwardDialog
        open={asked === "forward"}
        onOpenChange={close}
        count={chosen.length}
        channels={channels.items.map((item) => now(item.entry))}
        blocked={blocked}
        hasFailed={channels.error !== null}
        hasMore={channels.hasMore}
        onLoadMore={() => void loading.loadMore()}
        onPick={(entry) => void forward(entry)}
      />
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={close}
        title={t.selection.deleteTitle(chosen.length)}
        body={t.message.deleteBody}
        confirmLabel={t.common.delete}
        danger
        onConfirm={() => void remove()}
      />
    </>
  );
}
