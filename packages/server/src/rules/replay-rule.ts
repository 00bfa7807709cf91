import {
  ruleLimits,
  type ReplayedMessage,
  type ReplayPage,
  type replayRuleInput,
  type RuleChannel,
  type UserRef,
} from "@chat/contract";
import type { z } from "zod";
import { setImmediate } from "node:timers/promises";
import type { Services } from "../services.ts";
import { toMoment } from "../users/record.ts";
import type { CompiledRule } from "./compile-rules.ts";
import { cutExcerpt } from "./cut-excerpt.ts";
import { meets, scanText, spansOf } from "./judge-text.ts";
import { RecentSends } from "./recent-sends.ts";
import { compileDraft } from "./try-rules.ts";

/** Messages that one call looks at, and milliseconds after which others have their turn. */
const sliceSize = 1_000;
const turnMs = 5;
/** Characters that are shown before what was found, and of all. */
const before = 60;
const excerptSize = 200;

interface ReplayRow {
  id: string;
  text: string;
  createdAt: Date;
  author: UserRef;
  hours: number;
  channel: RuleChannel;
  channelName: string | null;
}

const sql = `SELECT m.id, m.text, m."createdAt", CASE WHEN r.type = 'direct' THEN NULL ELSE r.name END AS "channelName",
    CASE WHEN r.type = 'direct' THEN 'direct' ELSE r.visibility::text END AS channel,
    (extract(epoch FROM m."createdAt" - u."createdAt") / 3600)::float8 AS hours,
    jsonb_build_object('id', u.id, 'name', u.name, 'image', u.image, 'version', u.version) AS author
  FROM "Message" m JOIN "Channel" c ON c.id = m."channelId" JOIN "Channel" r ON r.id = c."rootId" JOIN "User" u ON u.id = m."authorId"
  WHERE m."createdAt" > now() - make_interval(hours => $1) AND m.kind <> 'system' AND m."deletedAt" IS NULL AND u.role = 'user'
    AND ($2::timestamptz IS NULL OR (m."createdAt", m.id) < ($2, $3::uuid))
  ORDER BY m."createdAt" DESC, m.id DESC LIMIT $4`;

/**
 * What a rule would have met of the last hours' messages, slice by slice. Rules about haste and repeating are asked with what their authors wrote in
 * the same slice. What people wrote to one another in private is shown to who says why, as in a transcript. Errors: INVALID_INPUT for a pattern that
 * cannot be read.
 */
export async function replayRule(
  { db }: Services,
  { rule, reason, hours, cursor }: z.output<typeof replayRuleInput>,
): Promise<ReplayPage> {
  const compiled = compileDraft(rule);
  const [draft] = compiled.rules;
  const left = ruleLimits.replayMessages - (cursor?.seen ?? 0);
  const size = Math.min(sliceSize, left);
  const rows = size <= 0 ? [] : await db.query<ReplayRow>(sql, [hours, cursor?.at ?? null, cursor?.id ?? null, size]);
  const recent = new RecentSends();
  const items: ReplayedMessage[] = [];
  let unshown = 0;
  let turnAt = performance.now() + turnMs;
  // In the order in which they were sent, as rules about haste see them.
  for (const row of rows.toReversed()) {
    if (performance.now() > turnAt) {
      await setImmediate();
      turnAt = performance.now() + turnMs;
    }
    if (draft === undefined) break;
    const scan = scanText(compiled, row.text);
    const counts =
      compiled.memory.messages === 0
        ? null
        : recent.note(row.author.id, row.id, row.text, compiled.memory, row.createdAt.getTime());
    if (!meets(draft, 0, scan, { channel: row.channel, accountHours: row.hours, recent: counts })) continue;
    if (row.channel === "public" || reason !== undefined) items.push(toItem(draft, row, scan));
    else unshown += 1;
  }
  const seen = (cursor?.seen ?? 0) + rows.length;
  const last = rows.at(-1);
  const isEnd = last === undefined || rows.length < size || seen >= ruleLimits.replayMessages;
  return { items: items.toReversed(), unshown, seen, cursor: isEnd ? null : { at: toMoment(last.createdAt), id: last.id, seen } };
}

function toItem(rule: CompiledRule, row: ReplayRow, scan: ReturnType<typeof scanText>): ReplayedMessage {
  const from = Math.max(0, (spansOf(rule, 0, scan)[0]?.[0] ?? 0) - before);
  return {
    id: row.id,
    author: row.author,
    channelName: row.channelName,
    excerpt: cutExcerpt(row.text, from, excerptSize),
    createdAt: toMoment(row.createdAt),
  };
}
