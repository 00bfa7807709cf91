import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readConversation, type ConversationLine } from "../../prisma/seed/read-conversation.ts";

const slice = new URL("../../prisma/seed/conversation.jsonl.gz", import.meta.url);

async function collect(file: string | URL): Promise<ConversationLine[]> {
  const lines: ConversationLine[] = [];
  for await (const line of readConversation(file)) lines.push(line);
  return lines;
}

async function withFile(bytes: Uint8Array, check: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "conversation-"));
  try {
    const file = path.join(folder, "lines.jsonl.gz");
    await writeFile(file, bytes);
    await check(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("reads every line in file order", async () => {
  const text = gunzipSync(await readFile(slice)).toString("utf8");
  expect(await collect(slice)).toEqual(
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as ConversationLine),
  );
});

test("can be left early", async () => {
  for await (const line of readConversation(slice)) {
    expect(line.n).toBeTypeOf("number");
    break;
  }
});

test("rejects for a file that is missing, cut off or not gzipped, after the lines before the fault", async () => {
  await expect(collect("/nowhere/conversation.jsonl.gz")).rejects.toThrow("ENOENT");
  const whole = await readFile(slice);
  await withFile(whole.subarray(0, whole.length / 2), async (file) =>
    expect(collect(file)).rejects.toThrow("unexpected end of file"),
  );
  await withFile(Buffer.from("plain"), async (file) => expect(collect(file)).rejects.toThrow("incorrect header check"));
  await withFile(gzipSync('{"n":1}\n{"n":'), async (file) => expect(collect(file)).rejects.toThrow(SyntaxError));
});

test("the shipped slice is small, and each answer's question is in it", async () => {
  const lines = await collect(slice);
  expect((await readFile(slice)).length).toBeLessThan(2 * 1024 * 1024);
  const known = new Set(lines.map(({ room, day, n }) => `${room} ${day} ${n}`));
  expect(lines.filter(({ room, day, replyTo }) => replyTo !== undefined && !known.has(`${room} ${day} ${replyTo}`))).toEqual([]);
});
