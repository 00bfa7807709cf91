import type { ErrorData, ListedMember, Member, MemberMute } from "@chat/contract";
import type { Action } from "../cache/action.ts";
import { memberOrder } from "./member-order.ts";

/** One listing of a channel's members: all of them, or those whose name fits a query. */
export interface MemberList {
  readonly items: readonly ListedMember[];
  /** Where the next page begins; null at the end. */
  readonly cursor: string | null;
  readonly isLoading: boolean;
  readonly error: ErrorData | null;
  /** Changes that came while a page was in flight: applied again to it, since the page may be older. */
  readonly log: readonly Member[];
}

/** By query; the whole list is under "". */
export type MemberLists = Readonly<Record<string, MemberList>>;

export const emptyMembers: MemberLists = {};
export const emptyList: MemberList = { items: [], cursor: null, isLoading: false, error: null, log: [] };

export function applyToMembers(lists: MemberLists, action: Action): MemberLists {
  switch (action.type) {
    case "event":
      return action.event.type === "member" ? applyMembers(lists, [action.event.member]) : lists;
    case "members.reply":
      return applyMembers(lists, action.members);
    case "mute.reply":
      return applyMute(lists, action.userId, action.mute);
    case "members.started": {
      const list = lists[action.query] ?? emptyList;
      return { ...lists, [action.query]: { ...list, isLoading: true, error: null, log: [] } };
    }
    case "members.arrived": {
      const list = lists[action.query] ?? emptyList;
      const items = mergePage(list.items, action.items, action.append);
      const read: MemberList = { items, cursor: action.cursor, isLoading: false, error: null, log: [] };
      return { ...lists, [action.query]: list.log.reduce((held, member) => applyMember(held, member, action.query), read) };
    }
    case "members.failed": {
      const list = lists[action.query] ?? emptyList;
      return { ...lists, [action.query]: { ...list, isLoading: false, error: action.error, log: [] } };
    }
    case "channel.gone":
    case "room.dropped":
      return emptyMembers;
    default:
      return lists;
  }
}

function applyMembers(lists: MemberLists, members: readonly Member[]): MemberLists {
  let next = lists;
  for (const [query, list] of Object.entries(lists)) {
    let changed = members.reduce((held, member) => applyMember(held, member, query), list);
    if (list.isLoading) changed = { ...changed, log: [...list.log, ...members] };
    if (changed !== list) next = { ...next, [query]: changed };
  }
  return next;
}

function applyMute(lists: MemberLists, userId: string, mute: MemberMute | null): MemberLists {
  const changed = (member: ListedMember): ListedMember => ({ ...member, mute: mute ?? undefined });
  return Object.fromEntries(
    Object.entries(lists).map(([query, list]) => [
      query,
      { ...list, items: list.items.map((member) => (member.userId === userId ? changed(member) : member)) },
    ]),
  );
}

function applyMember(list: MemberList, member: Member, query: string): MemberList {
  const held = list.items.find((one) => one.userId === member.userId);
  if (held !== undefined && held.version >= member.version) return list;
  const others = held === undefined ? list.items : list.items.filter((one) => one !== held);
  if (member.leftAt !== null) return held === undefined ? list : { ...list, items: others };
  if (held === undefined && !member.user.name.toLowerCase().includes(query.toLowerCase())) return list;
  const row: ListedMember = { online: false, lastSeenAt: null, ...held, ...member };
  if (held?.role === row.role) return { ...list, items: list.items.map((one) => (one === held ? row : one)) };
  const at = others.findIndex((one) => memberOrder(row, one) < 0);
  // Beyond the pages read so far: the next page brings the row.
  if (at < 0 && list.cursor !== null) return held === undefined ? list : { ...list, items: others };
  return { ...list, items: at < 0 ? [...others, row] : others.toSpliced(at, 0, row) };
}

function mergePage(held: readonly ListedMember[], page: readonly ListedMember[], append: boolean): ListedMember[] {
  const byId = new Map(held.map((member) => [member.userId, member]));
  const newest = (member: ListedMember) => {
    const known = byId.get(member.userId);
    return known !== undefined && known.version > member.version ? known : member;
  };
  if (!append) return page.map(newest);
  const paged = new Set(page.map((member) => member.userId));
  return [...held.filter((member) => !paged.has(member.userId)), ...page.map(newest)];
}
