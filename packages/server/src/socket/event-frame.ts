import { textFrame } from "./frame.ts";

/** An id of the client's own counting. */
export type RequestId = number | string;

/**
 * One event on the wire, encoded once for all its receivers. Only `{"id":N` differs between them, so everything after it is one body; those
 * whose request has the same number share the whole frame.
 */
export class EventFrame {
  readonly #body: Buffer;
  readonly #frames = new Map<RequestId, Buffer>();

  /** `eventId` is a JSON string. */
  constructor(event: unknown, eventId: string | null) {
    const json = JSON.stringify(event ?? null);
    const data = eventId === null ? json : `{"id":${eventId},"data":${json}},"id":${eventId}`;
    this.#body = Buffer.from(`,"result":{"type":"data","data":${data}}}`);
  }

  to(requestId: RequestId): Buffer {
    let frame = this.#frames.get(requestId);
    if (frame === undefined) {
      frame = textFrame(`{"id":${typeof requestId === "number" ? requestId : JSON.stringify(requestId)}`, this.#body);
      this.#frames.set(requestId, frame);
    }
    return frame;
  }
}

const frames = new WeakMap<object, { version: number | null; frame: EventFrame }>();

/** The frame of an event at a resume point; the same event at the same point is encoded once, whatever the number of receivers. */
export function frameOf(event: object, version: number | null, idOf: (version: number) => string): EventFrame {
  const held = frames.get(event);
  if (held?.version === version) return held.frame;
  const frame = new EventFrame(event, version === null ? null : `"${idOf(version)}"`);
  frames.set(event, { version, frame });
  return frame;
}
