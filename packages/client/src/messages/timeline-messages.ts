import type { ChatDefinition, ErrorReason, Message, UserRef } from "@chat/contract";
import { applyTransforms } from "./apply-transforms.ts";
import type { PendingMessage, Timeline, Transform } from "./timeline.ts";

/**
 * A message as the screen shows it: under its author's current name, with own changes on their way already done. One that the server has not
 * acknowledged has `local`, its clientId for an id, and 0 for seq and version.
 */
export interface TimelineMessage<D extends ChatDefinition = ChatDefinition> extends Message<D> {
  /** The same from the moment of sending on: what to render it by. */
  key: string;
  local?: { state: "sending" | "failed"; reason?: ErrorReason; retryAfterMs?: number; told?: string };
}

type People = Readonly<Record<string, UserRef>>;

interface Shown {
  readonly author: UserRef;
  readonly quoted: UserRef | undefined;
  readonly transforms: readonly Transform[];
  readonly message: TimelineMessage;
}

const none: readonly Transform[] = [];
const noPending: readonly PendingMessage[] = [];
/** What each row was shown as: rows that did not change keep their object, and React skips them. */
const shownRows = new WeakMap<Message, Shown>();
const shownPending = new WeakMap<PendingMessage, TimelineMessage>();

/** What of a timeline is on screen. */
export type ShownPart = Pick<Timeline, "rows" | "pending" | "transforms">;

/** Pending messages stand after the channel's last one, so a window that is elsewhere shows none. */
export function shownPart({ rows, pending, transforms, following, version }: Timeline): ShownPart {
  return { rows, pending: following || version === null ? pending : noPending, transforms };
}

/** The window's messages, ascending, and behind them those not acknowledged. */
export function timelineMessages(shown: ShownPart, channelId: string, people: People, me: UserRef | null): TimelineMessage[] {
  const rows = shown.rows.map((row) => showRow(row, people, me?.id, shown.transforms));
  if (me === null || shown.pending.length === 0) return rows;
  return [...rows, ...shown.pending.map((pending) => showPending(pending, channelId, me))];
}

/** One message as the screen shows it, also where no window holds it. */
export function showRow(row: Message, people: People, myId: string | undefined, all: readonly Transform[]): TimelineMessage {
  const author = people[row.author.id] ?? row.author;
  const quoted = row.replyTo === null ? undefined : (people[row.replyTo.author.id] ?? row.replyTo.author);
  const transforms = all.length === 0 ? none : all.filter((one) => one.messageId === row.id);
  const shown = shownRows.get(row);
  if (shown !== undefined && shown.author === author && shown.quoted === quoted && sameItems(shown.transforms, transforms))
    return shown.message;
  const replyTo = row.replyTo === null || quoted === undefined ? null : { ...row.replyTo, author: quoted };
  const named: TimelineMessage = { ...row, author, replyTo, key: `${row.author.id}:${row.clientId}` };
  const message = applyTransforms(named, transforms, myId);
  shownRows.set(row, { author, quoted, transforms, message });
  return message;
}

function showPending(pending: PendingMessage, channelId: string, me: UserRef): TimelineMessage {
  const held = shownPending.get(pending);
  if (held !== undefined && held.author.version === me.version) return held;
  const { id, name, image, version } = me;
  const { clientId, text, kind, data, replyTo, createdAt, state, error } = pending;
  const message: TimelineMessage = {
    key: `${id}:${clientId}`,
    id: clientId,
    channelId,
    seq: 0,
    version: 0,
    clientId,
    kind,
    author: { id, name, image, version },
    text,
    data,
    mentions: [],
    mentionsAll: false,
    replyTo,
    reactions: [],
    myReactions: [],
    messageCount: 0,
    createdAt,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    custom: pending.custom ?? {},
    local: {
      state: state === "failed" ? "failed" : "sending",
      ...(error === null ? {} : { reason: error.reason }),
      ...(error?.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      ...(error?.told === undefined ? {} : { told: error.told }),
    },
  };
  shownPending.set(pending, message);
  return message;
}

function sameItems(a: readonly Transform[], b: readonly Transform[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
