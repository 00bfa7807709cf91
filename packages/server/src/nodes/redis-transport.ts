import type { Redis } from "ioredis";
import type { Logger } from "../logger.ts";
import { openRedis } from "./open-redis.ts";
import { topicCount, type Transport } from "./transport.ts";

interface RedisTransportOptions {
  readonly url: string;
  /** Shared with others who send commands. */
  readonly publisher: Redis;
  /** Begins the names of this deployment's topics: one Redis may serve several. */
  readonly prefix: string;
  readonly log: Logger;
}

/** Redis' publish and subscribe, over two connections. */
export function createRedisTransport({ url, publisher, prefix, log }: RedisTransportOptions): Transport {
  const subscriber = openRedis(url, "subscriber", log);
  const topics = Array.from({ length: topicCount }, (_, topic) => `${prefix}:bus:${topic}`);
  // A command that fails only loses what may be lost; the connection tells why.
  const ignore = () => undefined;
  return {
    send(topic, text) {
      if (publisher.status === "ready") publisher.publish(topics[topic] ?? "", text).catch(ignore);
    },
    listen({ onText, onUp }) {
      subscriber.on("message", (_topic, text) => onText(text));
      subscriber.on("ready", () => void subscriber.subscribe(...topics).then(onUp, ignore));
    },
    renew() {
      // Not `disconnect`, which waits for the other side.
      for (const redis of [publisher, subscriber]) if (redis.status === "ready") redis.stream.destroy();
    },
    async close() {
      await publisher.ping().catch(ignore);
      subscriber.disconnect();
    },
  };
}
