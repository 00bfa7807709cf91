import { v7 as uuidv7 } from "uuid";
import type { MessageRow } from "../messages/record.ts";
import type { ChannelWork } from "../realtime/channel-work.ts";
import type { Services } from "../services.ts";
import type { RuleCheck } from "./rule-check.ts";

/**
 * Hides a message that a rule holds, and puts it into the moderators' queue by the same transaction: none is hidden that nobody is to look at,
 * whatever goes down when.
 */
export function holdForReview({ moderation }: Services, work: ChannelWork, check: RuleCheck | null, message: MessageRow): void {
  const rule = check?.isHeld === true ? check.verdict?.ending : null;
  if (rule == null) return;
  message.hiddenAt = work.now;
  work.bringToReview({
    caseId: uuidv7(),
    reportId: uuidv7(),
    userId: message.authorId,
    messageId: message.id,
    channelId: message.channelId,
    ruleId: rule.id,
    comment: `Held by the rule “${rule.name}”.`,
    text: message.text,
    dueMs: moderation.dueMs,
  });
}
