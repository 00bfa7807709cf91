import { setTimeout } from "node:timers/promises";
import type { SendMessage } from "@chat/contract";
import { Refusal, type Device } from "./open-device.ts";

/** What was acknowledged, and how often it was tried. */
export interface Sent {
  readonly clientId: string;
  readonly seq: number;
  readonly version: number;
  readonly tries: number;
}

/** One try. */
export async function send(device: Pick<Device, "call">, input: SendMessage, tries = 1): Promise<Sent> {
  const { seq, version } = await device.call<Omit<Sent, "tries">>("mutation", "message.send", input);
  return { clientId: input.clientId, seq, version, tries };
}

/** Sends with one clientId until it is acknowledged, as an outbox does. Anything but a lost answer or UNAVAILABLE is thrown on. */
export async function sendSurely(
  device: Pick<Device, "call">,
  input: SendMessage,
  onFail: (reason: string) => void = () => undefined,
): Promise<Sent> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(device, input, tries);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      onFail(error.reason);
      if (error.reason !== "LOST" && error.reason !== "UNAVAILABLE") throw error;
      await setTimeout(20);
    }
  }
}

/** So many workers share out the numbers from 0 to below `count`; each waits for one before it takes the next. */
export async function shareOut(
  workers: number,
  count: number,
  work: (n: number, worker: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (worker: number) => {
    while (next < count) await work(next++, worker);
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => run(worker)));
}

/** 1 … `count`, as seqs are without a gap. */
export function seqsTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
