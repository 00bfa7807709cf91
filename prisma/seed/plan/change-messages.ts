import { v7 as uuidv7 } from "uuid";
import type { RowChange } from "./add-reactions.ts";
import type { Cast } from "./plan-timeline.ts";
import type { MessageRow, RevisionRow } from "./rows.ts";

interface ChangeInput {
  readonly messages: readonly MessageRow[];
  /** The group's key, or "direct". */
  readonly room: string;
  readonly people: Cast;
  readonly random: () => number;
}

const twoSentences = /^(.{20,}?[.?!]) \S.{8,}$/;

/** Edits a few messages, deletes fewer, and gives the group of releases its calls to everyone and its urgent questions. */
export function changeMessages({ messages, room, people, random }: ChangeInput): {
  revisions: RevisionRow[];
  changes: RowChange[];
} {
  const revisions: RevisionRow[] = [];
  const changes: RowChange[] = [];
  const keep = (row: MessageRow, text: string, editorId: string, at: Date) => {
    revisions.push({ id: uuidv7({ msecs: at.getTime() }), messageId: row.id, text, editorId, createdAt: at });
    changes.push({ row, at });
  };
  for (const row of messages) {
    if (row.kind === "system" || row.mentionIds.length > 0) continue;
    const [, earlier] = twoSentences.exec(row.text) ?? [];
    const dice = random();
    const at = new Date(row.createdAt.getTime() + 45_000 + Math.floor(random() * 60_000));
    if (earlier !== undefined && dice < 0.09) {
      row.editedAt = at;
      keep(row, earlier, row.authorId, at);
    } else if (row.text.length < 40 && row.reactions.length === 0 && row.replyToId === null && dice < 0.008) {
      keep(row, row.text, row.authorId, at);
      Object.assign(row, { text: "", deletedAt: at, deletedById: row.authorId });
    }
  }
  if (room === "release") callEveryone(messages, people);
  if (room === "release" || room === "install") markUrgent(messages);
  return { revisions, changes };
}

/** Two long questions of account holders call the whole channel. Counts run from there on. */
function callEveryone(messages: readonly MessageRow[], people: Cast): void {
  const fits = messages.filter(
    (row) =>
      row.kind === "text" &&
      row.deletedAt === null &&
      row.replyToId === null &&
      row.mentionIds.length === 0 &&
      row.text.length > 60 &&
      row.text.endsWith("?") &&
      people.hasAccount(row.authorId),
  );
  for (const row of [fits.at(Math.floor(fits.length / 2)), fits.at(-1)]) {
    if (!row || row.mentionsAll) continue;
    row.text = `[@channel](mention:channel) ${row.text}`;
    row.mentionsAll = true;
  }
  let broadcastCount = 0;
  for (const row of messages) {
    if (row.mentionsAll) broadcastCount += 1;
    row.broadcastCount = broadcastCount;
  }
}

/** The latest long question carries the demo's own field, as `chat.config.ts` declares it. */
function markUrgent(messages: readonly MessageRow[]): void {
  const question = messages.findLast(
    (row) => row.kind === "text" && row.deletedAt === null && row.text.length > 60 && row.text.endsWith("?"),
  );
  if (question) question.custom = { priority: "urgent" };
}
