import type { Message, SystemData } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";
import { listFormat } from "../catalogue/formats.ts";

/** Letters that run from right to left, and the marks that turn text around. */
const turns =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What people wrote must not turn the sentence around it: first strong isolate … pop. */
const isolate = (text: string) => (turns.test(text) ? `\u2068${text}\u2069` : text);

/** The sentence of a system line in the reader's language. `nameOf` gives a person's current name; the recorded one is used without it. */
export function systemText(
  message: Message,
  t: Pick<Catalogue, "system">,
  locale: string,
  nameOf?: (userId: string) => string | undefined,
): string {
  const actor = isolate(nameOf?.(message.author.id) ?? message.author.name);
  const { data } = message;
  if (!isSystemData(data, t)) return t.system.unknown({ actor, people: "", value: "" });
  const { type, users = [], value } = data;
  const people = listFormat(locale).format(users.map((user) => isolate(nameOf?.(user.id) ?? user.name)));
  if (type === "channel.described" && !value) return t.system.descriptionRemoved({ actor, people, value: "" });
  const words = { ...t.system.roles, ...t.system.visibilities, ...t.system.posting };
  const isWord = type === "member.role" || type === "channel.visibility" || type === "channel.posting";
  const word = isWord ? words[value as keyof typeof words] : undefined;
  return t.system[type]({ actor, people, value: word ?? isolate(value ?? "") });
}

/** A newer server may write lines that this kit has no words for. By hand, since the contract's schema would bring a validator into every page. */
function isSystemData(data: Message["data"], t: Pick<Catalogue, "system">): data is SystemData {
  return data !== null && "type" in data && typeof data.type === "string" && data.type.includes(".") && data.type in t.system;
}
