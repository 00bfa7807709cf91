import { useRoom } from "@chat/client/react";
import { ChannelView, ChatRoot, createDraftStore } from "@chat/ui";
import { useState } from "react";
import { roomOf } from "../../shop/order.ts";
import type { Person } from "../../shop/person.ts";
import { kinds } from "./order-kind.tsx";
import { useEmojiUrl } from "./use-emoji-url.ts";

/** The conversation of one order. */
export function OrderChat({ orderId, me }: { orderId: string; me: Person }) {
  const emojiDataUrl = useEmojiUrl();
  const { channelId } = useRoom({ key: roomOf(orderId) }).state;
  const [drafts] = useState(() => createDraftStore(`kiln:${me.id}`));
  return (
    <ChatRoot className="order-chat">
      {channelId !== null && (
        <ChannelView channelId={channelId} drafts={drafts} kinds={kinds} layout="bubbles" emojiDataUrl={emojiDataUrl} />
      )}
    </ChatRoot>
  );
}
