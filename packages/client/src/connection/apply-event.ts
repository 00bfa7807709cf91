import { PROTOCOL } from "@chat/contract";
import type { Action } from "../cache/action.ts";
import { noLimits, type ConnectionState } from "./connection-state.ts";

export function applyToConnection(state: ConnectionState, action: Action): ConnectionState {
  switch (action.type) {
    case "connection.changed": {
      const reason = action.reason ?? null;
      if (state.status === action.status && state.reason === reason && state.since !== 0) return state;
      return { ...state, status: action.status, since: action.now, reason };
    }
    case "transport.changed":
      return state.transport === action.transport ? state : { ...state, transport: action.transport };
    case "server.met": {
      const { epoch, capabilities, limits = noLimits } = action;
      const reload = action.protocol !== PROTOCOL;
      const isSame =
        state.epoch === epoch &&
        state.reload === reload &&
        state.capabilities.join() === capabilities.join() &&
        state.limits.messageText === limits.messageText &&
        state.limits.editMinutes === limits.editMinutes;
      return isSame ? state : { ...state, epoch, reload, capabilities, limits };
    }
    case "server.differs":
      return state.reload ? state : { ...state, reload: true };
    default:
      return state;
  }
}
