import type { Message, Reaction } from "@chat/contract";
import type { Transform } from "./timeline.ts";

/** Own changes on their way, over a message. Each does nothing where the message already says the same. */
export function applyTransforms<M extends Message>(message: M, transforms: readonly Transform[], myId: string | undefined): M {
  return transforms.reduce((next, transform) => applyTransform(next, transform, myId), message);
}

function applyTransform<M extends Message>(message: M, transform: Transform, myId: string | undefined): M {
  if (message.deletedAt !== null || (message.hiddenAt !== undefined && transform.kind !== "delete")) return message;
  const at = new Date().toISOString();
  switch (transform.kind) {
    case "edit":
      return message.text === transform.text ? message : { ...message, text: transform.text, editedAt: message.editedAt ?? at };
    case "delete":
      return { ...message, text: "", data: null, replyTo: null, reactions: [], mentions: [], deletedAt: at };
    case "react": {
      const mine = message.myReactions ?? [];
      if (mine.includes(transform.emoji)) return message;
      return {
        ...message,
        myReactions: [...mine, transform.emoji],
        reactions: withOne(message.reactions, transform.emoji, myId),
      };
    }
    case "unreact": {
      const mine = message.myReactions ?? [];
      if (!mine.includes(transform.emoji)) return message;
      const reactions = withoutOne(message.reactions, transform.emoji, myId);
      return { ...message, myReactions: mine.filter((emoji) => emoji !== transform.emoji), reactions };
    }
  }
}

function withOne(reactions: Reaction[], emoji: string, myId: string | undefined): Reaction[] {
  const mine = myId === undefined ? [] : [myId];
  if (!reactions.some((one) => one.emoji === emoji)) return [...reactions, { emoji, count: 1, first: mine }];
  return reactions.map((one) =>
    one.emoji === emoji ? { ...one, count: one.count + 1, first: [...one.first, ...mine].slice(0, 5) } : one,
  );
}

function withoutOne(reactions: Reaction[], emoji: string, myId: string | undefined): Reaction[] {
  return reactions
    .map((one) => (one.emoji === emoji ? { ...one, count: one.count - 1, first: one.first.filter((id) => id !== myId) } : one))
    .filter((one) => one.count > 0);
}
