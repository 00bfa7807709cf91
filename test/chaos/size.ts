/** Seconds a test as part of `npm test`; minutes with `npm run chaos` (CHAOS=full); between the two with `npm run chaos -- --medium`. */
const chosen = process.env["CHAOS"];

export const isFull = chosen === "full";

/** What `npm test` does of it, and what `npm run chaos` does. */
export function size(small: number, full: number): number {
  if (chosen === "full") return full;
  return chosen === "medium" ? Math.round(Math.sqrt(small * full)) : small;
}

/** Milliseconds that a test may take. */
export const patienceMs = size(60_000, 1_200_000);

/** By how much a time limit may be passed: beside other tests on a busy machine it is only a backstop, and counts are what is tested. */
export const slack = size(10, 1);

/** How much of what each check of CHECKS.md does. */
export const sizes = {
  killServer: { nodes: size(1, 2), kills: size(2, 20), sends: size(240, 2_000), receivers: size(5, 50) },
  restartNodes: {
    talkers: size(4, 20),
    listeners: size(4, 480),
    rounds: size(1, 2),
    everyMs: size(50, 10),
    // Of eight that come back at random some come together.
    mostAtOnce: size(1, 0.1),
  },
  stopReading: {
    stopped: size(3, 200),
    readers: size(3, 49),
    bytes: size(16, 50) * 1024 * 1024,
    /** Messages by which those who read are compared. */
    compared: size(100, 1_750),
    // A percentile of some hundred deliveries beside other tests is chance.
    slowerAtMost: size(Infinity, 1.2),
  },
  blackHole: { quietMs: size(1_000, 25_000), patienceMs: size(600, 8_000) },
  subscribe: { clients: size(20, 100), sends: size(400, 5_000), senders: size(8, 32), leastPerSecond: size(0, 500) },
  slowWriters: { writers: size(8, 32), messages: size(240, 100_000), sleepMs: size(20, 200) },
  stopDatabase: { downMs: size(1_500, 30_000), senders: size(6, 20) },
  restartDatabase: { restarts: size(2, 10), sends: size(300, 5_000) },
  slowDatabase: { delayMs: size(100, 500), talkMs: size(1_500, 60_000), excess: size(1_500, 30_000) },
  lockChannel: { lockedMs: size(1_500, 60_000), excess: size(1_500, 20_000) },
  freezeLoop: { freezes: size(4, 50), frozenMs: size(300, 3_000) },
  loseBus: { awayMs: size(3_000, 60_000), senders: size(3, 10) },
  mangleBus: { rounds: size(20, 2_000) },
  slowSenders: { sockets: size(200, 500), everyMs: 200, calls: size(40, 1_000) },
  storm: { nodes: size(1, 2), clients: size(40, 2_000), channels: 50 },
  soak: { ms: size(4_000, 600_000), rounds: size(2, 10), connections: size(10, 500), pauseMs: size(0, 1_000) },
  markRead: { runs: size(40, 10_000) },
};
