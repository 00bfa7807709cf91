import type { RuleAction, RuleCondition, RuleMatch } from "@chat/contract";

export const matchNames: Readonly<Record<RuleMatch["type"], string>> = {
  words: "Words",
  pattern: "Pattern",
  links: "Links",
  repeats: "Same text again",
  rate: "Many messages",
  any: "Every message",
};

export const actionNames: Readonly<Record<RuleAction["type"], string>> = {
  allow: "Allow",
  mask: "Mask",
  hold: "Hold for review",
  reject: "Refuse",
  mute: "Mute",
};

export const channelNames = { public: "Public groups", private: "Private groups", direct: "Direct messages" } as const;

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en")} ${many}`);

/** What a rule looks for, in a line. */
export function describeCondition({ match, accountHours, channels }: RuleCondition): string {
  const parts = [describeMatch(match)];
  if (accountHours !== null) parts.push(`account younger than ${plural(accountHours, "hour", "hours")}`);
  if (channels.length < 3) parts.push(channels.map((channel) => channelNames[channel].toLowerCase()).join(" and "));
  return parts.join(" · ");
}

function describeMatch(match: RuleMatch): string {
  switch (match.type) {
    case "words": {
      const shown = match.words.slice(0, 3).join(", ");
      return `${plural(match.words.length, "word", "words")}: ${shown}${match.words.length > 3 ? "…" : ""}`;
    }
    case "pattern":
      return `Pattern ${match.pattern}`;
    case "links":
      if (match.to === "any") return "Any link";
      return match.to === "listed"
        ? `Links to ${plural(match.domains.length, "domain", "domains")}: ${match.domains.slice(0, 3).join(", ")}`
        : `Links to others than ${match.domains.slice(0, 3).join(", ")}${match.domains.length > 3 ? "…" : ""}`;
    case "repeats":
      return `Same text ${match.times} times in ${plural(match.seconds, "second", "seconds")}`;
    case "rate":
      return `More than ${plural(match.messages, "message", "messages")} in ${plural(match.seconds, "second", "seconds")}`;
    case "any":
      return "Every message";
  }
}

export function describeAction(action: RuleAction): string {
  return action.type === "mute" ? `Mute for ${plural(action.minutes, "minute", "minutes")}` : actionNames[action.type];
}
