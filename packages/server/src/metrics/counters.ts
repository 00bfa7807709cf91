/** What the hot paths of this process count, as plain numbers: adding one must cost nothing. Read by `serveMetrics`. */
export const counters = {
  /** Transactions of the lane, and the changes that they carried or refused. */
  commits: 0,
  changes: 0,
  refusals: 0,
  /** Messages stored and acknowledged; a repeated send counts again. */
  sends: 0,
  /** Event frames handed to sockets, and the writes and bytes in which they left. */
  deliveries: 0,
  writes: 0,
  bytes: 0,
  /** Sockets closed with 4008. */
  tooSlow: 0,
  /** What was refused or dropped because it came too often. */
  limited: 0,
  /** Messages of other nodes, times that the bus to them was lost, comparisons with the database, and lists that were read again by them. */
  heard: 0,
  busLosses: 0,
  comparisons: 0,
  resyncs: 0,
};
