import type { Message } from "@chat/contract";
import { fileReport } from "../reports/file-report.ts";
import type { Services } from "../services.ts";
import { muteAuthor } from "./mute-author.ts";
import type { RuleCheck } from "./rule-check.ts";

/** What the lane answers, after what was met is counted, what is held stands in the moderators' queue, and whom a rule mutes is muted. */
export async function settleCheck(services: Services, check: RuleCheck | null, stored: Promise<Message>): Promise<Message> {
  if (check === null) return stored;
  try {
    const message = await stored;
    if (check.isHeld) await bringToReview(services, check, message);
    return message;
  } finally {
    const { hits = [], ending } = check.verdict ?? {};
    services.rules.count(hits);
    if (ending?.action.type === "mute") await muteAuthor(services, check.userId, ending.name, ending.action);
  }
}

async function bringToReview(services: Services, { userId, verdict }: RuleCheck, message: Message): Promise<void> {
  await services.db.transaction((tx) =>
    fileReport(tx, services.moderation, {
      target: "message",
      userId,
      messageId: message.id,
      channelId: message.channelId,
      reporterId: null,
      ruleId: verdict?.ending?.id ?? null,
      reason: "other",
      comment: `Held by the rule “${verdict?.ending?.name ?? ""}”.`,
      text: verdict?.text ?? "",
      hide: true,
    }),
  );
}
