"use client";

import type { ChannelEntry } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { composerBlock } from "../composer/composer-block.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { TextField } from "../primitives/text-field.tsx";

const texts = { channelList: channelListStrings, message: messageStrings };

export interface ForwardDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  count: number;
  channels: readonly ChannelEntry[];
  onPick: (entry: ChannelEntry) => void;
}

/** Picks the conversation to forward to, among those in which the reader may write. */
export function ForwardDialog({ open, onOpenChange, count, channels, onPick }: ForwardDialogProps): ReactElement {
  const t = useTexts(texts);
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLocaleLowerCase();
  const fitting = channels.filter(
    (entry) => composerBlock(entry) === null && channelName(entry, t).toLocaleLowerCase().includes(wanted),
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t.message.forwardTitle(count)} size="sm">
      <TextField
        type="search"
        label={t.message.forwardSearch}
        value={query}
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul aria-label={t.message.forwardTo} className="chat-scroll chat:-mx-2 chat:mt-2 chat:max-h-80 chat:overflow-y-auto">
        {fitting.map((entry) => {
          const name = channelName(entry, t);
          const { peer, channel } = entry;
          return (
            <li key={channel.id}>
              <button
                type="button"
                onClick={() => onPick(entry)}
                className="chat:flex chat:h-11 chat:w-full chat:items-center chat:gap-3 chat:rounded-lg chat:px-2 chat:text-start chat:text-sm chat:hover:bg-hover"
              >
                <Avatar
                  id={peer?.id ?? channel.id}
                  name={name}
                  image={peer?.image ?? channel.image}
                  size={32}
                  {...(peer ? {} : { shape: "square" as const })}
                />
                <bdi className="chat:min-w-0 chat:truncate">{name}</bdi>
              </button>
            </li>
          );
        })}
      </ul>
      {fitting.length === 0 && (
        <p className="chat:py-4 chat:text-center chat:text-sm chat:text-muted">{t.message.forwardNobody}</p>
      )}
    </Dialog>
  );
}
