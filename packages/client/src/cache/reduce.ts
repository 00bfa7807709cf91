import { applyToBlocks } from "../blocks/apply-event.ts";
import { applyToChannels } from "../channels/apply-event.ts";
import { applyToConnection } from "../connection/apply-event.ts";
import { applyToMembers } from "../members/apply-event.ts";
import { applyToTimeline } from "../messages/apply-event.ts";
import { applyToCursors } from "../receipts/apply-event.ts";
import { applyToPresence } from "../presence/apply-event.ts";
import { applyToSanctions } from "../sanctions/apply-event.ts";
import { applyToTyping } from "../typing/apply-event.ts";
import { applyToMe, applyToPeople } from "../users/apply-event.ts";
import { applyToUnsent } from "../outbox/apply-event.ts";
import { channelOf, type Action } from "./action.ts";
import type { ChatState } from "./slices.ts";

/**
 * The only writer of the cache (DESIGN §4): live events, mutation replies, pages and pending messages are all actions of this one pure
 * function. A row is replaced only by a higher version, so an action may come twice, late or out of order.
 */
export function reduce(state: ChatState, action: Action): ChatState {
  const myId = state.me.me?.id;
  const timeline = applyToTimeline(state.timeline, action, myId);
  return {
    me: applyToMe(state.me, action),
    connection: applyToConnection(state.connection, action),
    people: applyToPeople(state.people, action),
    presence: applyToPresence(state.presence, action, state),
    typing: applyToTyping(state.typing, action, myId),
    channels: applyToChannels(state.channels, action, { myId, timeline: state.timeline }),
    timeline,
    blocks: applyToBlocks(state.blocks, action),
    sanctions: applyToSanctions(state.sanctions, action),
    unsent: applyToUnsent(state.unsent, channelOf(action), timeline.pending),
    cursors: applyToCursors(state.cursors, action),
    members: applyToMembers(state.members, action),
  };
}
