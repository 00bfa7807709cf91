/** The servers that are measured, as the table names them. */
export const ours = "@chat";
/** Ours with nothing around the lane, the hub and the sockets. */
export const engineAlone = "engine alone";
export const wsOnce = "ws, encoded once";
export const wsEach = "ws, encoded each";
export const wsCoalesced = "ws, coalesced";
export const socketIo = "Socket.IO";
export const stockTrpc = "stock tRPC";

/** Those that are peers in every row that they can take part in; `wsOnce` is the reference. */
export const peers = [wsEach, wsCoalesced, socketIo, stockTrpc];
export const fanOutServers = [wsOnce, ours, ...peers];
