import { z } from "zod";
import { idSchema, momentSchema } from "../ids.ts";
import { limits } from "../limits.ts";
import { longestMinutes, noteText, reasonText, staffSanctionSchema } from "../sanctions/staff-sanction.ts";
import { safeText } from "../text.ts";
import { userRefSchema, userRoles } from "../users/user.ts";
import { reportTargets } from "./report.ts";

export const caseStates = ["open", "assigned", "resolved"] as const;
export const caseActions = ["dismiss", "delete", "warn", "mute", "ban", "escalate"] as const;
export type CaseAction = (typeof caseActions)[number];

const channelSchema = z.object({ id: idSchema, name: z.string().nullable(), type: z.enum(["direct", "group", "thread"]) });

/** All reports of one message or person until they are decided. */
export const caseSchema = z.object({
  id: idSchema,
  target: z.enum(reportTargets),
  state: z.enum(caseStates),
  /** 0 ordinary to 3 the most urgent. */
  priority: z.int(),
  reportCount: z.int(),
  /** The most frequent first. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  /** Only an admin decides it. */
  isEscalated: z.boolean(),
  /** The message is hidden while this is open. */
  isHidden: z.boolean(),
  /** The person concerned: of a message its author. */
  user: userRefSchema,
  messageId: idSchema.nullable(),
  channel: channelSchema.nullable(),
  /** The message, or what it said when it was reported; at most 280 characters. */
  text: z.string(),
  assignee: userRefSchema.nullable(),
  /** Who works on it just now, and until when unless they go on. */
  holder: userRefSchema.nullable(),
  heldUntil: momentSchema.nullable(),
  dueAt: momentSchema,
  createdAt: momentSchema,
  lastReportedAt: momentSchema,
  resolvedAt: momentSchema.nullable(),
  resolvedBy: userRefSchema.nullable(),
  resolution: z.string().nullable(),
  /** Rises with every change. */
  version: z.int(),
});
export type ReportCase = z.output<typeof caseSchema>;

const decisionSchema = z.object({
  id: idSchema,
  by: userRefSchema,
  action: z.enum(caseActions),
  reason: z.string(),
  note: z.string(),
  createdAt: momentSchema,
  undoneAt: momentSchema.nullable(),
});
export type CaseDecision = z.output<typeof decisionSchema>;

/** What is known of somebody from earlier. */
const personHistorySchema = z.object({
  user: userRefSchema,
  role: z.enum(userRoles),
  joinedAt: momentSchema,
  deactivatedAt: momentSchema.nullable(),
  /** Cases about them, and how many led to something. */
  casesAbout: z.int(),
  casesUpheld: z.int(),
  /** Reports that they made, and how many led to something. */
  reportsBy: z.int(),
  reportsUpheld: z.int(),
  /** The latest first, at most ten. */
  sanctions: z.array(staffSanctionSchema),
  /** Earlier cases about them that were decided, the latest first, at most ten. */
  cases: z.array(
    z.object({
      id: idSchema,
      target: z.enum(reportTargets),
      resolution: z.string().nullable(),
      resolvedAt: momentSchema,
      text: z.string(),
    }),
  ),
});
export type PersonHistory = z.output<typeof personHistorySchema>;

/** A message around the reported one, as it was written: also where it is hidden. A deleted one has no text. */
const contextMessageSchema = z.object({
  id: idSchema,
  seq: z.int(),
  author: userRefSchema,
  text: z.string(),
  createdAt: momentSchema,
  editedAt: momentSchema.nullable(),
  deletedAt: momentSchema.nullable(),
  hiddenAt: momentSchema.nullable(),
  /** The one that the case is about. */
  isReported: z.boolean(),
});
export type ContextMessage = z.output<typeof contextMessageSchema>;

export const caseDetailSchema = z.object({
  case: caseSchema,
  reports: z.array(
    z.object({
      id: idSchema,
      /** Null is a rule. */
      reporter: userRefSchema.nullable(),
      reason: z.string(),
      comment: z.string(),
      text: z.string(),
      createdAt: momentSchema,
    }),
  ),
  decisions: z.array(decisionSchema),
  /** Twenty before and after it; empty where the case is about a person. */
  messages: z.array(contextMessageSchema),
  person: personHistorySchema,
  /** Of who reported, at most five. */
  reporters: z.array(personHistorySchema),
});
export type CaseDetail = z.output<typeof caseDetailSchema>;

/** Undecided ones by priority, then by due time; decided ones the latest first. */
export const listCasesInput = z.strictObject({
  state: z.enum(caseStates).default("open"),
  assigneeId: idSchema.optional(),
  reason: safeText(40).optional(),
  priority: z.int().min(0).max(3).optional(),
  target: z.enum(reportTargets).optional(),
  userId: idSchema.optional(),
  /** Part of what was said, of a comment, or of the person's name. */
  text: safeText(limits.query).optional(),
  limit: z.int().min(1).max(limits.page).default(limits.pageDefault),
  cursor: z.string().max(200).optional(),
});
export type ListCases = z.input<typeof listCasesInput>;

export const caseIdInput = z.strictObject({ caseId: idSchema });
export type CaseIdInput = z.input<typeof caseIdInput>;

/** `takeOver`: an admin takes it from whoever holds it. */
export const holdCaseInput = z.strictObject({ caseId: idSchema, takeOver: z.boolean().default(false) });
export type HoldCase = z.output<typeof holdCaseInput>;

/** Null gives it back to all. */
export const assignCaseInput = z.strictObject({ caseId: idSchema, assigneeId: idSchema.nullable() });
export type AssignCase = z.input<typeof assignCaseInput>;

export const setCasePriorityInput = z.strictObject({ caseId: idSchema, priority: z.int().min(0).max(3) });
export type SetCasePriority = z.input<typeof setCasePriorityInput>;

export const actOnCaseInput = z
  .strictObject({
    caseId: idSchema,
    action: z.enum(caseActions),
    /** What the person is told; not needed to dismiss or to escalate. */
    reason: safeText(limits.reasonText).default(""),
    /** For other moderators. */
    note: noteText.default(""),
    /** Of a mute or ban; null is for good. */
    durationMinutes: z.int().min(1).max(longestMinutes).nullable().default(null),
    /** Where a mute or ban counts; in the channel only where the case is about a message. */
    scope: z.enum(["channel", "everywhere"]).default("everywhere"),
    /** With a warning, mute or ban: delete the message too. By default as it is hidden already. */
    deleteMessage: z.boolean().optional(),
  })
  .refine(({ action, reason }) => action === "dismiss" || action === "escalate" || reason.trim() !== "", {
    error: "Give a reason: the person reads it.",
    path: ["reason"],
  });
export type ActOnCase = z.input<typeof actOnCaseInput>;

export const decisionIdInput = z.strictObject({ decisionId: idSchema });
export type DecisionIdInput = z.input<typeof decisionIdInput>;

/** A message that staff read where it stands: hidden until its case is decided, or deleted, which its author is told as a warning. */
export const judgeMessageInput = z.strictObject({ messageId: idSchema, reason: reasonText, note: noteText.default("") });
export type JudgeMessage = z.input<typeof judgeMessageInput>;
