import { textFrame } from "./frame.ts";

/** An id of the client's own counting. */
export type RequestId = number | string;

/** Names the place in a channel after which its reader resumes. */
export interface EventIds {
  idOf(version: number): string;
}

/** Clients count from one, so that many are at the same number: they share the string. */
const usualPrefixes = new Map<RequestId, string>();
const usualIds = 1_000;

/** What differs between the receivers of one event: `{"id":N`, and the `jsonrpc` that the request named. In ASCII, as a frame's prefix is. */
export function prefixOf(id: RequestId, jsonrpc: "2.0" | undefined): string {
  const held = jsonrpc === undefined ? usualPrefixes.get(id) : undefined;
  if (held !== undefined) return held;
  const prefix = writePrefix(id, jsonrpc);
  if (jsonrpc === undefined && typeof id === "number" && usualPrefixes.size < usualIds) usualPrefixes.set(id, prefix);
  return prefix;
}

function writePrefix(id: RequestId, jsonrpc: "2.0" | undefined): string {
  return JSON.stringify({ id, jsonrpc })
    .slice(0, -1)
    .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * One event on the wire, encoded once for all its receivers: everything after the prefix is one body, and those with the same prefix share the
 * whole frame.
 */
export class EventFrame {
  readonly #body: Buffer;
  readonly #frames = new Map<string, Buffer>();

  /** `eventId` is where the reader resumes; null for what cannot be resumed. */
  constructor(event: unknown, eventId: string | null) {
    const result =
      eventId === null ? { type: "data", data: event } : { type: "data", data: { id: eventId, data: event }, id: eventId };
    this.#body = Buffer.from(`,"result":${JSON.stringify(result)}}`);
  }

  /** `prefix` is of `prefixOf`. */
  to(prefix: string): Buffer {
    let frame = this.#frames.get(prefix);
    if (frame === undefined) {
      frame = textFrame(prefix, this.#body);
      this.#frames.set(prefix, frame);
    }
    return frame;
  }
}

const frames = new WeakMap<object, { version: number | null; frame: EventFrame }>();

/** The frame of an event at a resume point; the same event at the same point is encoded once, whatever the number of receivers. */
export function frameOf(event: object, version: number | null, ids: EventIds): EventFrame {
  const held = frames.get(event);
  if (held?.version === version) return held.frame;
  const frame = new EventFrame(event, version === null ? null : ids.idOf(version));
  frames.set(event, { version, frame });
  return frame;
}
