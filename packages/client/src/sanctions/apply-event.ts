import type { OwnSanction } from "@chat/contract";
import type { Action } from "../cache/action.ts";

/** What is in force against the caller, and what they have not taken note of, the latest first. */
export interface SanctionsState {
  readonly items: readonly OwnSanction[];
}
export const noSanctions: SanctionsState = { items: [] };

export function applyToSanctions(state: SanctionsState, action: Action): SanctionsState {
  switch (action.type) {
    case "sanctions.arrived":
      return { items: action.items };
    case "sanction.reply":
      return { items: state.items.map((held) => (held.id === action.sanction.id ? action.sanction : held)) };
    case "list.dropped":
      return noSanctions;
    default:
      return state;
  }
}
