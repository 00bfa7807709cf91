import type { Message, SendMessage } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import type { Caller } from "../context.ts";
import { parseCustom, requireStorable } from "../custom-fields.ts";
import type { Change } from "../realtime/change.ts";
import type { Services } from "../services.ts";
import { parseMentions } from "./parse-mentions.ts";
import { requireMember, requireMessage, requirePace, requireWriter } from "./policy.ts";
import type { MessageRow } from "./record.ts";

/**
 * Stores a message once for ever: the same `clientId` by the same author in the same channel answers the first one, whatever its text.
 * Errors: NOT_FOUND (no such channel, quote or not a member), MUTED, BANNED, CHANNEL_FROZEN, CHANNEL_ARCHIVED,
 * RATE_LIMITED, SLOW_MODE, TOO_LONG, INVALID_TEXT, UNAVAILABLE.
 */
export async function sendMessage(services: Services, caller: Caller, input: SendMessage): Promise<Message> {
  await services.limits.require("message", `${caller.userId} ${input.channelId}`);
  const message = await services.append.push(sendChange(services, caller.userId, input));
  if (input.readSeq !== undefined) services.cursors.read(input.channelId, caller.userId, input.readSeq);
  return message;
}

function sendChange(services: Services, actorId: string, input: SendMessage): Change<Message> {
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
      requirePace(work, member);
      if (input.replyToId !== undefined) requireMessage(work, member, input.replyToId);
      const broadcast = mentioned.all;
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
        text: input.text,
        data: input.data ?? null,
        replyToId: input.replyToId ?? null,
        mentionIds: mentioned.userIds.filter((id) => id !== actorId && work.member(id) !== undefined),
        mentionsAll: broadcast,
        reactions: [],
        messageCount: work.head.messageCount,
        broadcastCount: work.head.broadcastCount,
        custom,
        createdAt: work.now,
        editedAt: null,
        deletedAt: null,
        deletedById: null,
        pinnedAt: null,
      };
      work.insertMessage(row);
      member.ownSent += 1;
      member.ownBroadcasts += broadcast ? 1 : 0;
      work.putMember(member, false);
      return { ...work.emitMessage(row, { change: "sent" }), myReactions: [] };
    },
  };
}
