import { readConversation } from "../../../prisma/seed/read-conversation.ts";

const MOST = 20_000;

/** Real lines of a chat: the demo's, or the first of `file`, which has the demo's form (gzipped JSON, one message a line). */
export async function readLines(file: string | undefined): Promise<string[]> {
  const lines: string[] = [];
  for await (const { text } of readConversation(file ?? new URL("../../../prisma/seed/conversation.jsonl.gz", import.meta.url))) {
    lines.push(text);
    if (lines.length === MOST) break;
  }
  return lines;
}
