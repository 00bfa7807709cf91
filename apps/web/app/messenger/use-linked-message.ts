import type { ChatClient } from "@chat/client";
import { useEffect } from "react";
import type { AppChat } from "../../chat.config.ts";
import { seqOfFragment } from "./channel-path.ts";

/** Shows the message that a copied link names, when the page opens and when such a link is followed later. */
export function useLinkedMessage(client: ChatClient<AppChat>, channelId: string | null): void {
  useEffect(() => {
    if (channelId === null) return;
    const jump = () => {
      const seq = seqOfFragment(window.location.hash);
      if (seq !== null) void client.messages.jumpTo(channelId, seq);
    };
    jump();
    window.addEventListener("hashchange", jump);
    return () => window.removeEventListener("hashchange", jump);
  }, [client, channelId]);
}
