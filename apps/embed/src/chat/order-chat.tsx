import { useConnection, useRoom } from "@chat/client/react";
import { BanGate, Button, ChannelView, ChatRoot, createDraftStore, EmptyState } from "@chat/ui";
import { useState } from "react";
import { roomOf } from "../../shop/order.ts";
import type { Person } from "../../shop/person.ts";
import { ChatIcon } from "../shop/icons.tsx";
import { kinds } from "./order-kind.tsx";
import { useEmojiUrl } from "./use-emoji-url.ts";

/** The conversation of one order. */
export function OrderChat({ orderId, me }: { orderId: string; me: Person }) {
  const { state: room, actions } = useRoom({ key: roomOf(orderId) });
  const { channelId } = room;
  const { reason } = useConnection().state;
  const emojiDataUrl = useEmojiUrl();
  const [drafts] = useState(() => createDraftStore(`kiln:${me.id}`));
  return (
    <ChatRoot className="order-chat">
      {channelId !== null && (
        <ChannelView channelId={channelId} drafts={drafts} kinds={kinds} layout="bubbles" emojiDataUrl={emojiDataUrl} />
      )}
      {channelId === null && reason !== null && (
        <BanGate>
          <EmptyState
            icon={<ChatIcon />}
            title="The chat is closed"
            description={reason === "FORBIDDEN" ? `The chat server does not know ${location.origin}.` : "Please sign in again."}
          />
        </BanGate>
      )}
      {channelId === null && reason === null && room.error !== null && (
        <EmptyState
          icon={<ChatIcon />}
          title="The chat could not be opened"
          action={<Button onClick={actions.retry}>Try again</Button>}
        />
      )}
    </ChatRoot>
  );
}
