import type { Catalogue } from "../catalogue/english.ts";
import { dateFormat } from "../catalogue/formats.ts";
import type { TimelineMessage } from "../message/timeline-message.ts";

const mention = /\[(@(?:\\.|[^\]\\\n])+)\]\(mention:[A-Za-z0-9-]+\)/g;

/** Text without its links to people: what is copied or forwarded calls nobody. */
function withoutMentions(text: string): string {
  return text.replace(mention, (_, name: string) => name.replace(/\\(.)/g, "$1"));
}

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

/** What is sent to forward a message: the same words under its author's name; a product's own kind as it is. */
export function toForward(message: TimelineMessage, name: string, t: Pick<Catalogue, "message">) {
  if (message.kind !== "text") return { text: message.text, kind: message.kind, data: message.data ?? undefined };
  const from = name.replaceAll(/[\\[\]`*_~<|]/g, "\\$&");
  return { text: `_${t.message.forwardedFrom(from)}_\n\n${withoutMentions(message.text)}` };
}
