import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";

export const overviewRanges = ["24h", "7d", "30d", "90d"] as const;

/** What goes on now. */
export const overviewNowSchema = z.object({
  online: z.int(),
  /** Sockets and event streams of all nodes. */
  connections: z.int(),
  /** Of the last minute. */
  messagesPerMinute: z.int(),
  /** People who were here today (UTC), within 7 days and within 30. */
  dailyActive: z.int(),
  weeklyActive: z.int(),
  monthlyActive: z.int(),
  people: z.int(),
  openCases: z.int(),
  openAppeals: z.int(),
  /** What the database takes on disk, up to a minute old. */
  storageBytes: z.int(),
});
export type OverviewNow = z.output<typeof overviewNowSchema>;

export const overviewChartInput = z.strictObject({ range: z.enum(overviewRanges).default("7d") });
export type OverviewChart = z.input<typeof overviewChartInput>;

/** Up to a minute old. */
export const overviewHistorySchema = z.object({
  /** Hours for 24 h, else days (UTC), none left out, the oldest first. Active are those who were here that day, in an hour those who wrote. */
  points: z.array(z.object({ at: momentSchema, messages: z.int(), reports: z.int(), active: z.int() })),
  /** The ten in which most was written, threads counted with their group. */
  busiest: z.array(z.object({ channelId: idSchema, name: z.string().nullable(), messages: z.int(), members: z.int() })),
});
export type OverviewHistory = z.output<typeof overviewHistorySchema>;
