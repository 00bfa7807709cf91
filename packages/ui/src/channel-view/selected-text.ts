import type { Draft } from "@chat/client";
import type { Catalogue } from "../catalogue/english.ts";
import { dateFormat } from "../catalogue/formats.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { withoutMentions } from "../message/without-mentions.ts";

/** Several messages as lines to copy, each with its author and time; a single one as it is. */
export function textToCopy(
  messages: readonly TimelineMessage[],
  nameOf: (message: TimelineMessage) => string,
  locale: string,
  timeZone: string | undefined,
): string {
  const [only, ...others] = messages;
  if (only && others.length === 0) return withoutMentions(only.text);
  const format = dateFormat(locale, { dateStyle: "short", timeStyle: "short", ...(timeZone ? { timeZone } : {}) });
  return messages
    .map((message) => `[${format.format(new Date(message.createdAt))}] ${nameOf(message)}: ${withoutMentions(message.text)}`)
    .join("\n");
}

/**
 * What is sent to forward a message: the same words under its author's name; a product's own kind as it is. The product's own fields go with both.
 */
export function toForward(message: TimelineMessage, name: string, t: Pick<Catalogue, "selection">): Draft {
  const { kind, data, custom } = message;
  const text = withoutMentions(message.text);
  if (kind !== "text") return { text, kind, data: data ?? undefined, custom };
  const from = name.replaceAll(/[\\[\]`*_~<|]/g, "\\$&");
  return { text: `_${t.selection.forwardedFrom(from)}_\n\n${text}`, custom };
}
