"use client";

import { useChannels, useChatClient, useSendMessage } from "@chat/client/react";
import type { UserRef } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { SelectionBar } from "../message-list/selection-bar.tsx";
import type { MessageActions, TimelineMessage } from "../message/timeline-message.ts";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { errorText } from "./attempt-of.ts";
import { useEntryNow } from "./entry-now.ts";
import { ForwardDialog } from "./forward-dialog.tsx";
import { textToCopy, toForward } from "./selected-text.ts";

const texts = { channelList: channelListStrings, common: commonStrings, errors: errorStrings, message: messageStrings };

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
  const channels = useChannels().state.items;
  const now = useEntryNow();
  const [asked, setAsked] = useState<"delete" | "forward" | null>(null);
  const close = (open: boolean) => {
    if (!open) setAsked(null);
  };
  const nameOf = (message: TimelineMessage) => people(message.author.id)?.name ?? message.author.name;
  const mayDelete = actions.onDelete !== undefined && chosen.every((message) => actions.canDelete?.(message) ?? true);

  const copy = () =>
    void navigator.clipboard.writeText(textToCopy(chosen, nameOf, locale, timeZone)).then(
      () => {
        onDone(t.message.copied);
        onEnd();
      },
      () => onProblem(t.message.copyRefused),
    );
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
        onCopy={copy}
        onForward={() => setAsked("forward")}
        onDelete={mayDelete ? () => setAsked("delete") : undefined}
        onClose={onEnd}
      />
      <ForwardDialog
        open={asked === "forward"}
        onOpenChange={close}
        count={chosen.length}
        channels={channels.map((item) => now(item.entry))}
        onPick={(entry) => {
          for (const message of chosen) client.messages.post(entry.channel.id, toForward(message, nameOf(message), t));
          setAsked(null);
          onDone(t.message.forwardedTo(channelName(entry, t)));
          onEnd();
        }}
      />
      <ConfirmDialog
        open={asked === "delete"}
        onOpenChange={close}
        title={t.message.deleteManyTitle(chosen.length)}
        body={t.message.deleteBody}
        confirmLabel={t.common.delete}
        danger
        onConfirm={() => void remove()}
      />
    </>
  );
}
