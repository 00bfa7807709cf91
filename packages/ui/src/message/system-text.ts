import type { Message, SystemData } from "@chat/contract";
import type { Catalogue } from "../catalogue/english.ts";
import { listFormat } from "../catalogue/formats.ts";

/** The sentence of a system line in the reader's language. `nameOf` gives a person's current name; the recorded one is used without it. */
export function systemText(
  message: Message,
  t: Pick<Catalogue, "system">,
  locale: string,
  nameOf?: (userId: string) => string | undefined,
): string {
  const actor = nameOf?.(message.author.id) ?? message.author.name;
  const { data } = message;
  if (!isSystemData(data, t)) return t.system.unknown({ actor, people: "", value: "" });
  const { type, users = [], value } = data;
  const people = listFormat(locale).format(users.map((user) => nameOf?.(user.id) ?? user.name));
  if (type === "channel.described" && !value) return t.system.descriptionRemoved({ actor, people, value: "" });
  const words = { ...t.system.roles, ...t.system.visibilities };
  const word = type === "member.role" || type === "channel.visibility" ? words[value as keyof typeof words] : undefined;
  return t.system[type]({ actor, people, value: word ?? value ?? "" });
}

/** A newer server may write lines that this kit has no words for. By hand, since the contract's schema would bring a validator into every page. */
function isSystemData(data: Message["data"], t: Pick<Catalogue, "system">): data is SystemData {
  return data !== null && "type" in data && typeof data.type === "string" && data.type.includes(".") && data.type in t.system;
}
