import { Redis } from "ioredis";
import type { Logger } from "../logger.ts";

/** A command that is not answered within so many milliseconds has failed. */
const commandMs = 300;

/**
 * A connection to Redis that never holds anything up: commands fail at once while it is away, none is sent twice, and it comes back by itself
 * within a second of Redis. Logs when it goes and comes.
 */
export function openRedis(url: string, name: string, log: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: `chat-${name}`,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    commandTimeout: commandMs,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(1_000, 50 * 2 ** Math.min(times, 5)),
  });
  let isAway = false;
  redis.on("error", (error) => {
    if (!isAway) log.warn({ err: error, connection: name }, "Redis is away");
    isAway = true;
  });
  redis.on("ready", () => {
    if (isAway) log.info({ connection: name }, "Redis is back");
    isAway = false;
  });
  return redis;
}
