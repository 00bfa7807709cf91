import type { Message } from "@chat/contract";
import type { Services } from "../services.ts";
import { muteAuthor } from "./mute-author.ts";
import type { RuleCheck } from "./rule-check.ts";

/** What the lane answers, after what was met is counted, and whom a rule mutes is muted. */
export async function settleCheck(services: Services, check: RuleCheck | null, stored: Promise<Message>): Promise<Message> {
  if (check === null) return stored;
  try {
    return await stored;
  } finally {
    const { hits = [], ending } = check.verdict ?? {};
    services.rules.count(hits);
    if (ending?.action.type === "mute") await muteAuthor(services, check.userId, ending.name, ending.action);
  }
}
