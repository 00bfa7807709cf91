import type { Device } from "./open-device.ts";
import { patienceMs } from "./size.ts";

/** What a device has been shown of a channel's messages, in the order in which it was shown. */
export interface Received {
  readonly seqs: number[];
  /** How often it was told to begin anew. */
  resets: number;
  /** Resolves once the message of this seq was shown; rejects when the subscription ended or nothing came for long. */
  until(seq: number): Promise<void>;
  untilSynced(): Promise<void>;
  /** As `until`, or until it was told that it is too far behind, and should take a page. */
  untilResumed(seq: number): Promise<void>;
  /** Called with the clientId of each message that comes, until what it answers is called. */
  onMessage(listener: (clientId: string) => void): () => void;
}

interface ChannelEvent {
  id: string;
  data: { type: string; message?: { seq: number; clientId: string } };
}

/** Has a channel open, from a version on or from the present. Nothing is edited in these tests: each event of a message is a new one. */
export function receiveMessages(device: Pick<Device, "subscribe">, channelId: string, since?: number): Received {
  const looks = new Set<() => void>();
  const listeners = new Set<(clientId: string) => void>();
  let ended: string | null = null;
  let synced = 0;
  const wait = (what: string, isThere: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const told = () => `${what}: of ${received.seqs.length} messages the last was ${received.seqs.at(-1)}, ended: ${ended}`;
      const timer = setTimeout(() => reject(new Error(`It did not come: ${told()}`)), patienceMs / 2);
      const look = () => {
        if (!isThere() && ended === null) return;
        clearTimeout(timer);
        looks.delete(look);
        if (ended === null) resolve();
        else reject(new Error(`The subscription ended: ${told()}`));
      };
      looks.add(look);
      look();
    });
  const received: Received = {
    seqs: [],
    resets: 0,
    until: (seq) => wait(`message ${seq}`, () => (received.seqs.at(-1) ?? 0) >= seq),
    untilResumed: (seq) => wait(`message ${seq} or a reset`, () => received.resets > 0 || (received.seqs.at(-1) ?? 0) >= seq),
    untilSynced: () => wait("synced", () => synced > 0),
    onMessage(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  device.subscribe("live.channel", since === undefined ? { channelId } : { channelId, since }, {
    onData(frame) {
      const { data } = frame as ChannelEvent;
      if (data.type === "reset") received.resets += 1;
      if (data.type === "synced") synced += 1;
      if (data.type === "message" && data.message !== undefined) {
        received.seqs.push(data.message.seq);
        for (const listener of listeners) listener(data.message.clientId);
      }
      for (const look of looks) look();
    },
    onEnd(reason) {
      ended = reason;
      for (const look of looks) look();
    },
  });
  return received;
}
