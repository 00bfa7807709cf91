import type { ChannelLiveEvent } from "@chat/contract";
import type { Connection } from "./connection.ts";
import type { LiveSink, Live } from "./live-source.ts";
import type { Topic } from "./topic.ts";

/** Who listens to a channel, where, and from which message on. */
export interface Listening {
  readonly userId: string;
  readonly visibleFromSeq: number;
  readonly connection: Connection | null;
  readonly sink: LiveSink<ChannelLiveEvent>;
}

/** One live subscription to one channel. */
export class ChannelSubscriber implements Live {
  readonly topic: Topic;
  readonly userId: string;
  readonly visibleFromSeq: number;
  readonly connection: Connection | null;
  readonly sink: LiveSink<ChannelLiveEvent>;
  /** False while it catches up: then it reads changes by itself and is sent nothing. */
  live = false;
  /** The last durable version handed to it. */
  delivered = 0;

  constructor(topic: Topic, { userId, visibleFromSeq, connection, sink }: Listening) {
    this.topic = topic;
    this.userId = userId;
    this.visibleFromSeq = visibleFromSeq;
    this.connection = connection;
    this.sink = sink;
  }

  get channelId(): string {
    return this.topic.channelId;
  }

  stop(): void {
    this.topic.remove(this);
  }
}
