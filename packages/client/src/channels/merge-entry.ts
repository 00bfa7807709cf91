import type { Channel, ChannelEntry, ChannelHead, Member, Membership, Message } from "@chat/contract";
import { mergeMessage, quoting } from "../messages/merge-message.ts";
import type { HeldChannel } from "./channels-state.ts";
import { headAt, newerHead } from "./newer-head.ts";
import { membershipOf } from "./unread.ts";

/** The channel with another base or counts, and `entry.me` made anew from them. */
export function withPlace(held: HeldChannel, change: Partial<Omit<HeldChannel, "entry">>): HeldChannel {
  const next = { ...held, ...change };
  return { ...next, entry: { ...next.entry, me: membershipOf(next) } };
}

/** An entry read from the server, over what is held: each part by its own version. */
export function mergeEntry(held: HeldChannel | undefined, entry: ChannelEntry): HeldChannel {
  if (held === undefined) return firstEntry(entry);
  const isNewer = entry.head.version >= held.entry.head.version;
  const merged: HeldChannel = {
    ...held,
    entry: {
      channel: newerChannel(held.entry.channel, entry.channel),
      head: newerHead(held.entry.head, entry.head),
      lastMessage: newerPreview(held.entry.lastMessage, entry.lastMessage),
      me: held.entry.me,
      peer:
        entry.peer !== null && (held.entry.peer === null || entry.peer.version >= held.entry.peer.version)
          ? entry.peer
          : held.entry.peer,
      ...(entry.parent !== undefined && {
        parent: held.entry.parent === undefined ? entry.parent : mergeMessage(held.entry.parent, { message: entry.parent }),
      }),
    },
  };
  if (entry.me !== null)
    return entry.head.version > held.leftVersion
      ? mergeMembership(merged, { ...entry.me, countedSeq: entry.head.seq }, entry.head.version)
      : merged;
  return isNewer ? withPlace(merged, { base: null, read: null }) : merged;
}

function firstEntry(entry: ChannelEntry): HeldChannel {
  return {
    entry,
    base: entry.me,
    countedSeq: entry.me?.countedSeq ?? entry.head.seq,
    readVersion: entry.head.version,
    own: [],
    ownBroadcasts: [],
    mentions: [],
    read: null,
    changes: [],
    leftVersion: 0,
  };
}

/** The caller's row as the server has it, if it is newer than the held one; a read that it has acknowledged is over. */
export function mergeMembership(held: HeldChannel, me: Membership, readVersion = 0): HeldChannel {
  const countedSeq = me.countedSeq ?? held.entry.head.seq;
  if (held.base !== null) {
    const newer = me.stateVersion - held.base.stateVersion || countedSeq - held.countedSeq || readVersion - held.readVersion;
    if (newer < 0) return held;
  }
  const above = (seqs: readonly number[]) =>
    seqs.some((seq) => seq <= countedSeq) ? seqs.filter((seq) => seq > countedSeq) : seqs;
  return withPlace(held, {
    base: me,
    countedSeq,
    readVersion: Math.max(readVersion, held.readVersion),
    own: above(held.own),
    ownBroadcasts: above(held.ownBroadcasts),
    mentions: above(held.mentions),
    read: held.read !== null && me.readSeq >= held.read.seq && me.unreadFrom === null ? null : held.read,
  });
}

/** The running numbers and the preview after a message changed, and what the message counts for the caller. */
export function applyMessage(
  held: HeldChannel,
  message: Message,
  head: ChannelHead | undefined,
  myId: string | undefined,
): HeldChannel {
  const entry = withEntry(held.entry, {
    head: head === undefined ? headAt(held.entry.head, message) : newerHead(held.entry.head, head),
    lastMessage: newerPreview(held.entry.lastMessage, message),
  });
  const next = entry === held.entry ? held : { ...held, entry };
  if (myId === undefined || message.kind === "system" || message.seq <= held.countedSeq) return next;
  const isMine = message.author.id === myId;
  const isGone = message.deletedAt !== null;
  const own = withSeq(held.own, message.seq, isMine);
  const ownBroadcasts = withSeq(
    held.ownBroadcasts,
    message.seq,
    isMine && (message.mentionsAll || held.ownBroadcasts.includes(message.seq)),
  );
  const mentions = withSeq(held.mentions, message.seq, !isMine && !isGone && message.mentions.includes(myId));
  const same = own === held.own && ownBroadcasts === held.ownBroadcasts && mentions === held.mentions;
  return same ? next : withPlace(next, { own, ownBroadcasts, mentions });
}

/** The message that a thread hangs off changed. */
export function applyParent(held: HeldChannel, copy: Parameters<typeof mergeMessage>[1]): HeldChannel {
  const { parent } = held.entry;
  if (parent === undefined) return held;
  const entry = withEntry(held.entry, { parent: mergeMessage(parent, copy) });
  return entry === held.entry ? held : { ...held, entry };
}

/** A member changed; where it is the caller, so does their place. One who comes back needs a new read, for the counts. */
export function applyMember(
  held: HeldChannel,
  member: Member,
  head: ChannelHead | undefined,
  myId: string | undefined,
): HeldChannel {
  const headed = head === undefined ? held : withHead(held, head);
  if (member.userId !== myId) return headed;
  if (member.leftAt !== null && headed.base === null)
    return { ...headed, leftVersion: Math.max(headed.leftVersion, member.version) };
  if (headed.base === null) return headed;
  // The same membership is told by its row; an old "left" of a member who came back is older than the place that is held.
  if (member.joinedAt < headed.base.joinedAt) return headed;
  if (member.leftAt !== null) return withPlace(headed, { base: null, read: null, leftVersion: member.version });
  return member.role === headed.base.role ? headed : withPlace(headed, { base: { ...headed.base, role: member.role } });
}

export function applyChannel(held: HeldChannel, channel: Channel, head: ChannelHead | undefined): HeldChannel {
  const headed = head === undefined ? held : withHead(held, head);
  const entry = withEntry(headed.entry, { channel: newerChannel(headed.entry.channel, channel) });
  return entry === headed.entry ? headed : { ...headed, entry };
}

function withHead(held: HeldChannel, head: ChannelHead): HeldChannel {
  const entry = withEntry(held.entry, { head: newerHead(held.entry.head, head) });
  return entry === held.entry ? held : { ...held, entry };
}

function withEntry(entry: ChannelEntry, change: Partial<ChannelEntry>): ChannelEntry {
  const same = (Object.keys(change) as (keyof ChannelEntry)[]).every((key) => change[key] === entry[key]);
  return same ? entry : { ...entry, ...change };
}

function newerChannel(held: Channel, channel: Channel): Channel {
  return channel.version > held.version ? channel : held;
}

/** The preview is the last message by seq, in its newest copy; an edit of what it quotes changes it too. */
function newerPreview(held: Message | null, message: Message | null): Message | null {
  if (held === null || message === null) return held ?? message;
  if (message.seq > held.seq) return message;
  return message.seq === held.seq ? mergeMessage(held, { message }) : quoting(held, message);
}

function withSeq(seqs: readonly number[], seq: number, isIn: boolean): readonly number[] {
  if (seqs.includes(seq) === isIn) return seqs;
  return isIn ? [...seqs, seq] : seqs.filter((one) => one !== seq);
}
