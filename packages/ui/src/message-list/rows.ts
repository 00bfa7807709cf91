import type { ChatDefinition } from "@chat/contract";
import { messageKey, type TimelineMessage } from "../message/timeline-message.ts";
import { dayOf } from "./day.ts";
import { firstFrom, isCountable, seqOf } from "./seq-index.ts";

const GROUP_MS = 5 * 60_000;

/** One message as the list shows it, with what stands above it. One row a message, so that indexes of rows and messages are the same. */
export interface Row<D extends ChatDefinition = ChatDefinition> {
  key: string;
  message: TimelineMessage<D>;
  /** The day that begins here, as `2026-11-24`. */
  day: string | null;
  /** The line "New" stands above it. */
  unread: boolean;
  startsGroup: boolean;
  endsGroup: boolean;
  /** The first message of the channel. */
  beginning: boolean;
}

export interface RowRules {
  me: string;
  timeZone: string | undefined;
  /** The first unread seq as the visit began; null for no line. */
  unreadFromSeq: number | null;
  /** True while there may be messages before the first: then nothing can be said of the day and place that it begins. */
  hasOlder: boolean;
}

export interface RowModel<D extends ChatDefinition = ChatDefinition> {
  messages: readonly TimelineMessage<D>[];
  rules: RowRules;
  rows: readonly Row<D>[];
}

/**
 * Lays out messages as rows. With the model of last time only what changed is laid out again, and an unchanged row keeps its identity:
 * an append costs the same at a hundred and at a hundred thousand messages, but for copying the array.
 */
export function layOutRows<D extends ChatDefinition>(
  messages: readonly TimelineMessage<D>[],
  rules: RowRules,
  last?: RowModel<D>,
): RowModel<D> {
  if (last && last.messages === messages && sameRules(last.rules, rules)) return last;
  const unreadIndex = unreadRow(messages, rules);
  if (
    !last ||
    !sameRules(last.rules, rules) ||
    keyAt(last.messages, unreadRow(last.messages, rules)) !== keyAt(messages, unreadIndex)
  ) {
    const known = new Map(last?.rows.map((row) => [row.message, row]));
    return {
      messages,
      rules,
      rows: messages.map((message, at) => reuse(known.get(message), layOut(messages, at, rules, unreadIndex))),
    };
  }
  const before = last.messages;
  const shortest = Math.min(messages.length, before.length);
  let head = 0;
  while (head < shortest && messages[head] === before[head]) head++;
  let tail = 0;
  while (tail < shortest - head && messages[messages.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
  // A row depends on its two neighbours too.
  const from = Math.max(0, head - 1);
  const to = Math.min(messages.length, messages.length - tail + 1);
  const kept = messages.length - to;
  const middle: Row<D>[] = [];
  for (let at = from; at < to; at++)
    middle.push(reuse(at < head ? last.rows[at] : undefined, layOut(messages, at, rules, unreadIndex)));
  return { messages, rules, rows: [...last.rows.slice(0, from), ...middle, ...(kept > 0 ? last.rows.slice(-kept) : [])] };
}

function layOut<D extends ChatDefinition>(
  messages: readonly TimelineMessage<D>[],
  at: number,
  rules: RowRules,
  unreadIndex: number,
): Row<D> {
  const message = messages[at] as TimelineMessage<D>;
  const previous = messages[at - 1];
  const next = messages[at + 1];
  const day = dayOf(message.createdAt, rules.timeZone);
  const newDay = previous ? dayOf(previous.createdAt, rules.timeZone) !== day : !rules.hasOlder;
  const unread = at === unreadIndex;
  return {
    key: messageKey(message),
    message,
    day: newDay ? day : null,
    unread,
    startsGroup: newDay || unread || !previous || !continues(previous, message),
    endsGroup: !next || at + 1 === unreadIndex || !continues(message, next) || dayOf(next.createdAt, rules.timeZone) !== day,
    beginning: !previous && !rules.hasOlder,
  };
}

function continues(previous: TimelineMessage, next: TimelineMessage): boolean {
  return (
    previous.kind !== "system" &&
    next.kind !== "system" &&
    previous.author.id === next.author.id &&
    Math.abs(Date.parse(next.createdAt) - Date.parse(previous.createdAt)) <= GROUP_MS
  );
}

/** The index of the row under the unread line, or -1: the first of others' from the seq on, and only where it is known to be the first. */
function unreadRow(messages: readonly TimelineMessage[], { unreadFromSeq, hasOlder, me }: RowRules): number {
  if (unreadFromSeq === null) return -1;
  const first = messages[0];
  if (!first || (hasOlder && seqOf(first) > unreadFromSeq)) return -1;
  let at = firstFrom(messages, unreadFromSeq);
  for (let message = messages[at]; message && !isCountable(message, me); message = messages[at]) at++;
  return at < messages.length ? at : -1;
}

function keyAt(messages: readonly TimelineMessage[], at: number): string | null {
  const message = messages[at];
  return message ? messageKey(message) : null;
}

function sameRules(a: RowRules, b: RowRules): boolean {
  return a.me === b.me && a.timeZone === b.timeZone && a.unreadFromSeq === b.unreadFromSeq && a.hasOlder === b.hasOlder;
}

function reuse<D extends ChatDefinition>(old: Row<D> | undefined, made: Row<D>): Row<D> {
  return old &&
    old.message === made.message &&
    old.day === made.day &&
    old.unread === made.unread &&
    old.startsGroup === made.startsGroup &&
    old.endsGroup === made.endsGroup &&
    old.beginning === made.beginning
    ? old
    : made;
}
