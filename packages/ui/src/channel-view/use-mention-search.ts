import { useChatClient } from "@chat/client/react";
import { useCallback } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { composerStrings } from "../catalogue/composer-strings.ts";
import { messageStrings } from "../catalogue/message-strings.ts";
import type { Mentionable, SearchMentions } from "../composer/use-completions.ts";

const texts = { composer: composerStrings, message: messageStrings };

const most = 8;

/** Finds members to mention, others than oneself; in a group also everyone at once. */
export function useMentionSearch(channelId: string, isGroup: boolean, myId: string | undefined): SearchMentions {
  const { trpc } = useChatClient();
  const t = useTexts(texts);
  return useCallback(
    async (query: string): Promise<readonly Mentionable[]> => {
      const { items } = await trpc.member.list.query({ channelId, query, limit: most + 1 });
      const people: Mentionable[] = items.filter((member) => member.userId !== myId).map((member) => member.user);
      const everyone = { id: "channel", name: t.message.everyone, image: null, hint: t.composer.mentionEveryone };
      const fits = isGroup && everyone.name.toLocaleLowerCase().startsWith(query.toLocaleLowerCase());
      return [...people.slice(0, most), ...(fits ? [everyone] : [])];
    },
    [trpc, channelId, isGroup, myId, t],
  );
}
