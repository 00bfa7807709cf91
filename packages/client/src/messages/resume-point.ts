/** How far a channel was handled: its history, the last change, and the last message. */
export interface Point {
  /** Empty until the server has named it. */
  readonly epoch: string;
  readonly version: number;
  readonly seq: number;
}

export function formatPoint({ epoch, version, seq }: Point): string {
  return `${epoch}.${version}.${seq}`;
}

/** Throws a TypeError for what `formatPoint` did not write. */
export function parsePoint(text: string): Point {
  const match = /^([^.]*)\.(\d+)\.(\d+)$/.exec(text.trim());
  if (match === null) throw new TypeError(`${JSON.stringify(text.slice(0, 100))} is no point at which to go on.`);
  const [, epoch = "", version, seq] = match;
  return { epoch, version: Number(version), seq: Number(seq) };
}
