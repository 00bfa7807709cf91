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

/** Repeats what got no answer or UNAVAILABLE until it is answered; anything else is thrown on. `act` is told which try it is. */
export async function untilAnswered<T>(act: (tries: number) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act(tries);
    } catch (error) {
      if (!(error instanceof Refusal) || (error.reason !== "LOST" && error.reason !== "UNAVAILABLE")) throw error;
      await setTimeout(20);
    }
  }
}

/** Sends with one clientId until it is acknowledged, as an outbox does. */
export function sendSurely(device: Pick<Device, "call">, input: SendMessage): Promise<Sent> {
  return untilAnswered((tries) => send(device, input, tries));
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
