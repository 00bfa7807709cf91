import type { Message, MessageEvent, Quote } from "@chat/contract";
/** A message with what its event says of the caller's own emoji. */
interface Copy {
  readonly message: Message;
  readonly mine?: { readonly emoji: string; readonly added: boolean } | undefined;
}

/**
 * The newer of two copies of a message. Only a higher version replaces a row; what live events do not carry (the caller's own emoji) is kept
 * through them, and a quote follows its source, not the row that holds it.
 */
export function mergeMessage(held: Message, { message, mine }: Copy): Message {
  if (message.version < held.version) return withQuote(held, message.replyTo);
  if (message.version === held.version) {
    const same = withQuote(held, message.replyTo);
    // At one version the caller's own emoji are what the server read, whatever was made of events before.
    return message.myReactions === undefined || sameEmoji(same.myReactions, message.myReactions)
      ? same
      : { ...same, myReactions: message.myReactions };
  }
  const myReactions = message.myReactions ?? (message.deletedAt === null ? toggled(held.myReactions, mine) : []);
  return withQuote(myReactions === undefined ? message : { ...message, myReactions }, held.replyTo);
}

/** What a change says of the caller's own emoji: events are the same for all readers, so only `by` tells whose it was. */
export function mineOf(event: MessageEvent, myId: string | undefined): Copy["mine"] {
  return (event.by ?? event.message.author.id) === myId ? event.reaction : undefined;
}

/** A message seen for the first time. */
export function firstSeen({ message, mine }: Copy): Message {
  if (message.myReactions !== undefined || mine === undefined) return message;
  return { ...message, myReactions: mine.added ? [mine.emoji] : [] };
}

function sameEmoji(held: string[] | undefined, emoji: string[]): boolean {
  return held?.length === emoji.length && held.every((one) => emoji.includes(one));
}

function toggled(emoji: string[] | undefined, mine: Copy["mine"]): string[] | undefined {
  if (mine === undefined) return emoji;
  const others = (emoji ?? []).filter((one) => one !== mine.emoji);
  return mine.added ? [...others, mine.emoji] : others;
}

function withQuote(message: Message, quote: Quote | null): Message {
  const held = message.replyTo;
  if (held === null || quote === null || quote.id !== held.id || quote.version <= held.version) return message;
  return { ...message, replyTo: quote };
}

/** The message with its quote as the quoted message now is. */
export function quoting(message: Message, source: Message): Message {
  const replyTo = requoted(message.replyTo, source);
  return replyTo === message.replyTo ? message : { ...message, replyTo };
}

/** A quote as its source now is. Where the channel hides history a quote never had text, and gets none. */
export function requoted(quote: Quote | null, source: Message): Quote | null {
  if (quote === null || quote.id !== source.id || quote.version >= source.version) return quote;
  const { hiddenAt: wasHiddenAt, ...rest } = quote;
  const wasTold = quote.text !== null || wasHiddenAt !== undefined;
  const { deletedAt, hiddenAt } = source;
  const text = deletedAt !== null || hiddenAt !== undefined || !wasTold ? null : source.text;
  const review = deletedAt === null && hiddenAt !== undefined && wasTold ? { hiddenAt } : {};
  return { ...rest, version: source.version, text, deletedAt, ...review };
}
