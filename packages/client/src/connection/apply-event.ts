import type { Action } from "../cache/action.ts";
import type { ConnectionState } from "./connection-state.ts";

export function applyToConnection(state: ConnectionState, action: Action): ConnectionState {
  switch (action.type) {
    case "connection.changed": {
      const reason = action.reason ?? null;
      if (state.status === action.status && state.reason === reason && state.since !== 0) return state;
      return { ...state, status: action.status, since: action.now, reason };
    }
    case "epoch.changed":
      return state.epoch === action.epoch ? state : { ...state, epoch: action.epoch };
    default:
      return state;
  }
}
