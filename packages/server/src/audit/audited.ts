import { limits } from "@chat/contract";
import { changesIn } from "./note-change.ts";
import type { AuditEntry } from "./write-audit.ts";

const maxDetailBytes = 4_096;
const secret = /password|secret|token|code/i;
/** Which field of an input says what an action is about; the first that is there counts. */
const targets = [
  ["caseId", "case"],
  ["sanctionId", "sanction"],
  ["appealId", "appeal"],
  ["ruleId", "rule"],
  ["sessionId", "session"],
  ["inviteId", "invite"],
  ["messageId", "message"],
  ["userId", "user"],
  ["channelId", "channel"],
  ["key", "setting"],
] as const;
/** What a path's noun makes, where it has another name. */
const madeTypes: Readonly<Record<string, string>> = { report: "case", group: "channel" };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text as the database can hold it: what was refused for its characters is told, too. */
const printable = (text: string) => text.toWellFormed().replaceAll("\0", "\uFFFD");

function printableAll(value: unknown): unknown {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map(printableAll);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [printable(name), printableAll(one)]));
}

/** Without what must not be kept: passwords, tokens and what is longer than an entry may be; a stated reason is kept whatever the rest weighs. */
function clean(input: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [printable(name), secret.test(name) ? "…" : printableAll(value)] as const),
  );
  const size = Buffer.byteLength(JSON.stringify(kept));
  return size <= maxDetailBytes
    ? kept
    : {
        fields: Object.keys(kept)
          .slice(0, 20)
          .map((name) => name.slice(0, 100)),
        bytes: size,
        ...(typeof kept["reason"] === "string" && { reason: kept["reason"].slice(0, limits.reportComment) }),
      };
}

/** The entry of a call: what was asked, of whom, and how it ended (`ok`, or the reason of its refusal). */
export function describeCall(
  call: { actorId: string; path: string; requestId: string; input: unknown },
  outcome: { ended: string; result: unknown },
): AuditEntry {
  const input = isRecord(call.input) ? call.input : {};
  const made = isRecord(outcome.result) && typeof outcome.result["id"] === "string" ? outcome.result["id"] : null;
  const target = targets.find(([field]) => typeof input[field] === "string");
  const targetId = target === undefined ? made : printable(String(input[target[0]]).slice(0, 200));
  const noun = call.path.split(".").at(-2) ?? "";
  const changes = changesIn(outcome.result);
  return {
    actorId: call.actorId,
    action: call.path,
    targetType: target?.[1] ?? (made === null ? null : (madeTypes[noun] ?? noun)),
    targetId,
    detail: {
      ...clean(input),
      // Such as a sanction: the action is about a person.
      ...(made !== null && made !== targetId && { made }),
      ...(changes !== null && { changes }),
      outcome: outcome.ended,
    },
    requestId: call.requestId,
  };
}
