import type { Me, Message, UserRef } from "@chat/contract";
import type { Action } from "../cache/action.ts";

export interface MeState {
  readonly me: Me | null;
}
export const nobody: MeState = { me: null };

export function applyToMe(state: MeState, action: Action): MeState {
  if (action.type === "me.arrived") {
    return state.me !== null && state.me.id === action.me.id && state.me.version > action.me.version ? state : { me: action.me };
  }
  if (action.type === "event" && action.event.type === "user" && state.me !== null) {
    const { user } = action.event;
    if (user.id === state.me.id && user.version > state.me.version) return { me: { ...state.me, ...user } };
  }
  return state;
}

type People = Readonly<Record<string, UserRef>>;

/** Everyone seen, under their newest name and picture. */
export function applyToPeople(people: People, action: Action): People {
  const seen = peopleIn(action);
  let next: Record<string, UserRef> | undefined;
  for (const { id, name, image, version } of seen) {
    const held = (next ?? people)[id];
    if (held !== undefined && held.version >= version) continue;
    next ??= { ...people };
    next[id] = { id, name, image, version };
  }
  return next ?? people;
}

function peopleIn(action: Action): UserRef[] {
  switch (action.type) {
    case "event":
      return peopleInEvent(action.event);
    case "page.arrived":
      return action.page.items.flatMap(peopleInMessage);
    case "channels.arrived":
      return action.page.items.flatMap((entry) => [...peopleInEntry(entry)]);
    case "entry.arrived":
      return [...peopleInEntry(action.entry)];
    case "members.arrived":
      return action.items.map((member) => member.user);
    case "members.reply":
      return action.members.map((member) => member.user);
    case "message.reply":
      return peopleInMessage(action.message);
    case "people.arrived":
      return action.people;
    case "me.arrived":
      return [action.me];
    default:
      return [];
  }
}

function peopleInEvent(event: Extract<Action, { type: "event" }>["event"]): UserRef[] {
  switch (event.type) {
    case "message":
      return peopleInMessage(event.message);
    case "member":
      return [event.member.user];
    case "user":
    case "typing":
      return [event.user];
    default:
      return [];
  }
}

function peopleInMessage({ author, replyTo, thread }: Message): UserRef[] {
  if (replyTo === null && thread === undefined) return [author];
  return [author, ...(replyTo === null ? [] : [replyTo.author]), ...(thread?.repliers ?? [])];
}

function* peopleInEntry(entry: { lastMessage: Message | null; peer: UserRef | null; parent?: Message | undefined }) {
  if (entry.lastMessage !== null) yield* peopleInMessage(entry.lastMessage);
  if (entry.parent !== undefined) yield* peopleInMessage(entry.parent);
  if (entry.peer !== null) yield entry.peer;
}
