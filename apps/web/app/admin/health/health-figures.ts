import type { HealthReport } from "@chat/contract";

const units = ["B", "KB", "MB", "GB", "TB"] as const;

export function bytes(size: number | null): string {
  if (size === null) return "unknown";
  const unit = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, size)) / Math.log(1_024)));
  const value = size / 1_024 ** unit;
  return `${value.toFixed(unit === 0 || value >= 100 ? 0 : 1)} ${units[unit]}`;
}

export const count = (value: number) => value.toLocaleString("en");
export const milliseconds = (value: number | null) => (value === null ? "unknown" : `${value.toLocaleString("en")} ms`);

/** Milliseconds by which the event loop may be late before people notice. */
const lateMs = 200;

/** What somebody should look at, a sentence each. */
export function faultsOf({ node, database, bus, isAuditWhole }: HealthReport): string[] {
  const faults: string[] = [];
  if (!database.isReachable) faults.push("The database does not answer.");
  if ((database.migrations?.unfinished ?? 0) > 0) faults.push("A migration did not finish.");
  if (database.pool.waiting > 0) faults.push(`${database.pool.waiting} calls wait for a connection of the database.`);
  if (isAuditWhole === false) faults.push("Entries of the audit log are gone from its end.");
  if (!bus.isLive) faults.push("The bus between the servers is away.");
  if (node.loopLagMs.p99 > lateMs) faults.push(`The event loop is up to ${milliseconds(node.loopLagMs.p99)} late.`);
  return faults;
}
