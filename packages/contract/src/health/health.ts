/** How a node and what it stands on are, as of the answer. */
export interface HealthReport {
  readonly node: {
    readonly id: string;
    readonly version: string;
    readonly nodeVersion: string;
    readonly startedAt: string;
    readonly memoryBytes: number;
    /** Milliseconds by which the event loop was late, over the last minute: half of all turns, and the worst hundredth. */
    readonly loopLagMs: { readonly p50: number; readonly p99: number };
  };
  readonly sockets: {
    readonly open: number;
    readonly openChannels: number;
    /** Bytes that wait for slow readers. */
    readonly queuedBytes: number;
    /** Changes that wait to be committed. */
    readonly changesWaiting: number;
  };
  readonly database: {
    /** False where it did not answer within two seconds; the rest is then unknown. */
    readonly isReachable: boolean;
    readonly latencyMs: number | null;
    readonly version: string | null;
    readonly sizeBytes: number | null;
    readonly migrations: { readonly applied: number; readonly latest: string | null; readonly unfinished: number } | null;
    readonly pool: { readonly total: number; readonly idle: number; readonly waiting: number; readonly max: number };
  };
  /** Whether the audit log ends where it was last written; null where the database did not answer. Its chain is verified on its own screen. */
  readonly isAuditWhole: boolean | null;
  readonly bus: {
    /** `alone`: this is the only node. */
    readonly kind: "alone" | "redis" | "other";
    /** Whether this node hears itself over it. */
    readonly isLive: boolean;
    readonly otherNodes: number;
    /** Times that it was lost since the start. */
    readonly losses: number;
  };
}
