import type { ChatRouter } from "@chat/server";
import type { MessageModeration } from "@chat/ui";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppChat } from "../../chat.config.ts";

const client = createTRPCClient<ChatRouter<AppChat>>({ links: [httpLink({ url: "/api/trpc" })] });

/** What the site's staff do to a message in the messenger, as the console's queue would decide it. */
export const moderateMessage: MessageModeration = {
  hide: (messageId, reason) => client.admin.message.hide.mutate({ messageId, reason }),
  async remove(messageId, reason) {
    const { decisionId } = await client.admin.message.delete.mutate({ messageId, reason });
    return () => client.admin.report.undo.mutate({ decisionId });
  },
};
