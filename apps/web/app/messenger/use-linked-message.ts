import type { ChatClient } from "@chat/client";
import { useEffect } from "react";
import type { AppChat } from "../../chat.config.ts";
import { seqOfFragment, type Place } from "./channel-path.ts";

/** Shows the message that a copied link names, when the page opens and when such a link is followed later; a reply in its thread. */
export function useLinkedMessage(client: ChatClient<AppChat>, { channelId, threadOf }: Place): void {
  useEffect(() => {
    if (channelId === null) return;
    const jump = async () => {
      const seq = seqOfFragment(window.location.hash);
      if (seq === null) return;
      const thread = threadOf === null ? null : await client.channels.openThread(threadOf);
      await client.messages.jumpTo(thread?.channel.id ?? channelId, seq);
    };
    // What is not there the screen says.
    const tryToJump = () => void jump().catch(() => undefined);
    tryToJump();
    window.addEventListener("hashchange", tryToJump);
    return () => window.removeEventListener("hashchange", tryToJump);
  }, [client, channelId, threadOf]);
}
