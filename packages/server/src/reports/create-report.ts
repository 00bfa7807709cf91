import type { createReportInput, OwnReport } from "@chat/contract";
import type { z } from "zod";
import { ChatError } from "../chat-error.ts";
import type { Caller } from "../context.ts";
import { readerSql, visibleFromSql } from "../members/policy.ts";
import { setHidden } from "../messages/set-hidden.ts";
import type { Services } from "../services.ts";
import { getUser } from "../users/get-user.ts";
import { resolveUserId } from "../users/policy.ts";
import { fileReport, type NewReport } from "./file-report.ts";
import { ownReportSql, toOwnReport, type OwnReportRow } from "./record.ts";

type Target = Pick<NewReport, "target" | "userId" | "messageId" | "channelId" | "text">;

/**
 * Brings a message that the caller sees, or a person whom they may find or meet, before the moderators; the person never learns by whom. Enough
 * reports hide a message until it was looked at. A second report of the same answers the first, while that is open. Errors: NOT_FOUND, FORBIDDEN
 * (oneself, or a system line), INVALID_INPUT (a reason that this site does not take), MESSAGE_DELETED, RATE_LIMITED.
 */
export async function createReport(
  services: Services,
  caller: Caller,
  input: z.output<typeof createReportInput>,
): Promise<OwnReport> {
  const { db, moderation, settings } = services;
  if (!settings.get("reportReasons").includes(input.reason))
    throw new ChatError("INVALID_INPUT", { message: "This site does not take reports for this reason." });
  await services.limits.require("report", caller.userId);
  const target =
    input.messageId === undefined
      ? await findPerson(services, caller, input.userId)
      : await findMessage(services, caller, input.messageId);
  if (target.userId === caller.userId) throw new ChatError("FORBIDDEN", { message: "You cannot report yourself." });
  const { reason, comment = "" } = input;
  const filed = await db.transaction((tx) =>
    fileReport(tx, moderation, { ...target, reporterId: caller.userId, reason, comment, hideAt: settings.get("hideAtReports") }),
  );
  if (filed.hides && target.messageId !== null) await setHidden(services, target.messageId, true);
  const [row] = await db.query<OwnReportRow>(`${ownReportSql} WHERE r.id = $1`, [filed.reportId]);
  if (row === undefined) throw new ChatError("INTERNAL");
  return toOwnReport(row);
}

const messageSql = `SELECT m."authorId", m."channelId", m.kind, m.text, m."deletedAt" FROM "Message" m JOIN "Channel" c ON c.id = m."channelId"
${readerSql("$2")} WHERE m.id = $1 AND m.seq >= ${visibleFromSql()}`;

/** A message that the caller sees, as what a report is about. Errors: NOT_FOUND, FORBIDDEN (a system line), MESSAGE_DELETED. */
export async function findMessage({ db }: Services, caller: Caller, messageId: string): Promise<Target> {
  const [row] = await db.query<{ authorId: string; channelId: string; kind: string; text: string; deletedAt: Date | null }>(
    messageSql,
    [messageId, caller.userId],
  );
  if (row === undefined) throw new ChatError("NOT_FOUND");
  if (row.kind === "system") throw new ChatError("FORBIDDEN");
  if (row.deletedAt !== null) throw new ChatError("MESSAGE_DELETED");
  return { target: "message", userId: row.authorId, messageId, channelId: row.channelId, text: row.text };
}

type UserInput = z.output<typeof createReportInput>["userId"];

async function findPerson(services: Services, caller: Caller, userId: UserInput): Promise<Target> {
  const id = await resolveUserId(services, caller, userId ?? "");
  const user = await getUser(services, caller, { userId: id });
  return { target: "user", userId: user.id, messageId: null, channelId: null, text: "" };
}
