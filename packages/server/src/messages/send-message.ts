import type { Message, SendMessage } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import type { Caller } from "../context.ts";
import { parseCustom, requireStorable } from "../custom-fields.ts";
import { follow } from "../members/policy.ts";
import { counters } from "../metrics/counters.ts";
import type { Change } from "../realtime/change.ts";
import type { ChannelWork, WorkingMember } from "../realtime/channel-work.ts";
import { holdForReview } from "../rules/hold-for-review.ts";
import type { RuleCheck } from "../rules/rule-check.ts";
import { settleCheck } from "../rules/settle-check.ts";
import type { Services } from "../services.ts";
import { parseMentions } from "./parse-mentions.ts";
import { requireLength, requireMember, requireMessage, requirePace, requirePosting, requireWriter } from "./policy.ts";
import type { MessageRow } from "./record.ts";
import { countReply } from "./sum-up-thread.ts";

/**
 * Stores a message once for ever: the same `clientId` by the same author in the same channel answers the first one, whatever its text.
 * Errors: NOT_FOUND (no such channel, quote or not a member), MUTED, BANNED, BLOCKED, POSTING_RESTRICTED, CHANNEL_FROZEN, CHANNEL_ARCHIVED,
 * RATE_LIMITED, SLOW_MODE, BLOCKED_BY_RULE, TOO_LONG, INVALID_TEXT, UNAVAILABLE.
 */
export async function sendMessage(services: Services, caller: Caller, input: SendMessage): Promise<Message> {
  await services.limits.require("message", `${caller.userId} ${input.channelId}`);
  requireLength(services, input.text);
  const check = await services.rules.check(caller, input.text);
  const message = await settleCheck(services, check, services.append.push(sendChange(services, caller.userId, input, check)));
  counters.sends += 1;
  if (input.readSeq !== undefined) services.cursors.read(input.channelId, caller.userId, input.readSeq);
  return message;
}

function sendChange(services: Services, actorId: string, input: SendMessage, check: RuleCheck | null): Change<Message> {
  const custom = parseCustom(services.definition, "message", input.custom);
  requireStorable(input.data);
  const mentioned = parseMentions(input.text);
  return {
    channelId: input.channelId,
    actorId,
    needs: {
      clientId: input.clientId,
      messageIds: input.replyToId === undefined ? [] : [input.replyToId],
      userIds: mentioned.userIds,
    },
    apply(work) {
      const first = work.messageByClientId(actorId, input.clientId);
      if (first !== undefined) {
        requireMember(work, actorId);
        return work.toMessage(first);
      }
      const member = requireWriter(work, actorId);
      requirePosting(work, member);
      requirePace(work, member);
      if (input.replyToId !== undefined) requireMessage(work, member, input.replyToId);
      const text = check?.pass(work, input.clientId) ?? input.text;
      const { userIds, all: broadcast } = text === input.text ? mentioned : parseMentions(text);
      const mentionIds = userIds.filter((id) => id !== actorId && work.sees(work.member(id)));
      const place = placeIn(work, member, mentionIds);
      work.head.messageCount += 1;
      work.head.broadcastCount += broadcast ? 1 : 0;
      work.head.lastActivityAt = work.now;
      const row: MessageRow = {
        id: uuidv7(),
        channelId: input.channelId,
        seq: work.nextSeq(),
        version: work.nextVersion(),
        authorId: actorId,
        clientId: input.clientId,
        kind: input.kind ?? "text",
        text,
        data: input.data ?? null,
        replyToId: input.replyToId ?? null,
        mentionIds,
        mentionsAll: broadcast,
        reactions: [],
        thread: null,
        messageCount: work.head.messageCount,
        broadcastCount: work.head.broadcastCount,
        custom,
        createdAt: work.now,
        editedAt: null,
        deletedAt: null,
        deletedById: null,
        pinnedAt: null,
        hiddenAt: null,
      };
      holdForReview(services, work, check, row);
      work.insertMessage(row);
      place.ownSent += 1;
      place.ownBroadcasts += broadcast ? 1 : 0;
      work.putMember(place, false);
      const message = work.emitMessage(row, { change: "sent" });
      countReply(work, row);
      return { ...message, myReactions: [] };
    },
  };
}

/** The author's own cursor; in a thread, which they follow by writing to it, as do those whom they mention and the author of its parent. */
function placeIn(work: ChannelWork, member: WorkingMember, mentionIds: readonly string[]): WorkingMember {
  const { parent } = work;
  if (parent === undefined) return member;
  // Who stopped following it is asked no second time, unless by name.
  if (work.anyFollower(parent.authorId) === undefined && work.sees(work.member(parent.authorId))) follow(work, parent.authorId);
  for (const userId of mentionIds) follow(work, userId);
  return follow(work, member.userId);
}
