import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** One message of a conversation file. The demo's slice adds `room` to the source's fields, and `nick` is then a key of the demo's people. */
export interface ConversationLine {
  /** The log's date, `YYYY-MM-DD`. */
  readonly day: string;
  /** The message's index within its day; a slice has gaps. */
  readonly n: number;
  /** ISO 8601. */
  readonly at: string;
  readonly nick: string;
  readonly text: string;
  /** The `n`, same day, of the message that it answers. */
  readonly replyTo?: number;
  /** Slice only: the channel that it belongs to. */
  readonly room?: string;
}

/** Streams a gzipped file of one JSON object a line, in file order, without holding it in memory. Rejects on a broken file. */
export async function* readConversation(path: string | URL): AsyncGenerator<ConversationLine> {
  const file = createReadStream(path);
  const text = createGunzip();
  // Readline does not pass on its input's errors, and a pipe does not pass them downstream.
  const failed = new Promise<never>((_, reject) => {
    file.once("error", reject);
    text.once("error", reject);
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input: file.pipe(text), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), failed]);
      if (next.done) return;
      if (next.value !== "") yield JSON.parse(next.value) as ConversationLine;
    }
  } finally {
    file.destroy();
    text.destroy();
  }
}
