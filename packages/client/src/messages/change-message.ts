import type { Message } from "@chat/contract";
import type { ClientContext } from "../client-context.ts";
import type { Transform } from "./timeline.ts";

let lastTransform = 0;

type Change = Transform extends infer T ? (T extends Transform ? Omit<T, "id" | "messageId"> : never) : never;

/** Shows an own change at once, makes it, and takes the server's row instead; a refusal takes the change back and rejects. */
export async function changeMessage(
  { store }: ClientContext,
  { channelId, messageId }: { channelId: string; messageId: string },
  change: Change,
  mutate: () => Promise<Message>,
): Promise<Message> {
  const id = (lastTransform += 1);
  store.dispatch({ type: "transform.added", channelId, transform: { ...change, id, messageId } });
  try {
    const message = await mutate();
    store.dispatch({ type: "message.reply", channelId, message });
    return message;
  } finally {
    store.dispatch({ type: "transform.settled", channelId, id });
  }
}
