import { limits, type UserRef } from "@chat/contract";
import type { Action } from "../cache/action.ts";

export interface TypingUser {
  readonly user: UserRef;
  /** Milliseconds since 1970 at which the line disappears. */
  readonly until: number;
}

/** Who types where, others only, first to begin first. */
export type TypingMap = Readonly<Record<string, readonly TypingUser[]>>;

export function applyToTyping(typing: TypingMap, action: Action, myId: string | undefined): TypingMap {
  switch (action.type) {
    case "event": {
      const { event } = action;
      if (event.type === "typing" && event.user.id !== myId)
        return withTyping(typing, event.channelId, event.user, action.now + limits.typingMs);
      // A replay does not say what happened, and what was sent long ago stopped nobody typing now.
      if (event.type === "message" && event.change === "sent")
        return withoutUser(typing, event.channelId, event.message.author.id);
      if (event.type === "member" && event.member.leftAt !== null)
        return withoutUser(typing, event.channelId, event.member.userId);
      return typing;
    }
    case "typing.expired":
      return expire(typing, action.now);
    case "channel.gone":
    case "room.dropped":
      return withList(typing, action.channelId, []);
    default:
      return typing;
  }
}

/** When the next typing line ends, in milliseconds since 1970; undefined when nobody types. */
export function nextExpiry(typing: TypingMap): number | undefined {
  let next: number | undefined;
  for (const users of Object.values(typing)) {
    for (const { until } of users) next = next === undefined ? until : Math.min(next, until);
  }
  return next;
}

function withTyping(typing: TypingMap, channelId: string, user: UserRef, until: number): TypingMap {
  const users = typing[channelId] ?? [];
  const known = users.some((typist) => typist.user.id === user.id);
  const next = known
    ? users.map((typist) => (typist.user.id === user.id ? { user, until } : typist))
    : [...users, { user, until }];
  return withList(typing, channelId, next);
}

function withoutUser(typing: TypingMap, channelId: string, userId: string): TypingMap {
  const users = typing[channelId] ?? [];
  const left = users.filter((typist) => typist.user.id !== userId);
  return left.length === users.length ? typing : withList(typing, channelId, left);
}

function expire(typing: TypingMap, now: number): TypingMap {
  let next = typing;
  for (const [channelId, users] of Object.entries(typing)) {
    const left = users.filter((typist) => typist.until > now);
    if (left.length < users.length) next = withList(next, channelId, left);
  }
  return next;
}

function withList(typing: TypingMap, channelId: string, users: readonly TypingUser[]): TypingMap {
  if (users.length > 0) return { ...typing, [channelId]: users };
  if (typing[channelId] === undefined) return typing;
  const { [channelId]: _, ...rest } = typing;
  return rest;
}
