import type { UserRef } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";
import { typingText } from "../typing/typing-indicator.tsx";

/** Who is typing in a channel; in a direct message it need not be said who. */
export function channelTypingText(
  typing: readonly Pick<UserRef, "name">[],
  isDirect: boolean,
  t: Pick<Catalogue, "channelList" | "typing">,
): string {
  return isDirect && typing.length > 0 ? t.channelList.typingDirect : typingText(typing, t);
}
