import type { BlockedUser } from "@chat/contract";
import type { Action } from "../cache/action.ts";

/** Whom the caller blocked, the latest first. */
export interface BlocksState {
  readonly loaded: boolean;
  readonly items: readonly BlockedUser[];
}
export const noBlocks: BlocksState = { loaded: false, items: [] };

export function applyToBlocks(state: BlocksState, action: Action): BlocksState {
  switch (action.type) {
    case "blocks.arrived":
      return { loaded: true, items: action.items };
    case "block.reply": {
      const others = state.items.filter(({ userId }) => userId !== action.userId);
      return { ...state, items: action.blocked === null ? others : [action.blocked, ...others] };
    }
    case "list.dropped":
      return noBlocks;
    default:
      return state;
  }
}
