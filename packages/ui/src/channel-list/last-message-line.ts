import type { Catalogue } from "../catalogue/english.ts";
import type { Preview } from "../message/message-kind.tsx";
import { systemText } from "../message/system-text.ts";
import { channelTypingText } from "./channel-typing-text.ts";
import type { ChannelListItem } from "./list-item.ts";
import { previewText } from "./preview-text.ts";

const nobody: ReadonlySet<string> = new Set();

/** The second line of a row, and what sort of thing it says. */
export interface PreviewLine {
  kind: "typing" | "draft" | "message" | "system" | "deleted" | "folded" | "empty";
  text: string;
}

/** What a row says under its name: who is typing, else the own draft, else the last message, unless it is by a blocked person. */
export function lastMessageLine(
  item: ChannelListItem,
  draft: string | null,
  meId: string,
  t: Pick<Catalogue, "channelList" | "typing" | "system" | "message">,
  locale: string,
  preview: Preview = ({ text }) => previewText(text),
  blocked: ReadonlySet<string> = nobody,
): PreviewLine {
  if (item.typing.length > 0)
    return { kind: "typing", text: channelTypingText(item.typing, item.entry.channel.type === "direct", t) };
  if (draft !== null) return { kind: "draft", text: previewText(draft) };
  const { lastMessage: message, channel } = item.entry;
  if (message === null) return { kind: "empty", text: channel.description ?? t.channelList.noMessages };
  if (message.kind === "system") return { kind: "system", text: systemText(message, t, locale) };
  if (message.deletedAt !== null) return { kind: "deleted", text: t.channelList.deleted };
  if (message.hiddenAt !== undefined) return { kind: "deleted", text: t.channelList.underReview };
  if (blocked.has(message.author.id)) return { kind: "folded", text: t.message.folded };
  const isMine = message.author.id === meId;
  const text = preview(message);
  if (channel.type === "direct" && !isMine) return { kind: "message", text };
  return { kind: "message", text: t.channelList.authorLine(isMine ? t.channelList.you : message.author.name, text) };
}
