import { z } from "zod";
import { limits } from "../limits.ts";
import { reportReasons } from "../reports/report-reasons.ts";
import { nameText } from "../text.ts";

interface SettingKind<T> {
  readonly schema: z.ZodType<T>;
  readonly default: T;
  /** The environment's variable, which locks the setting. */
  readonly variable: string;
  readonly label: string;
  readonly help: string;
  /** How it is written in the console. */
  readonly input: SettingControl;
}

/** What the console draws for a setting. */
export type SettingControl =
  | { readonly type: "text"; readonly maxLength: number }
  | { readonly type: "number"; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly type: "choice"; readonly options: Readonly<Record<string, string>> }
  | { readonly type: "choices"; readonly options: Readonly<Record<string, string>> };

const setting = <T>(kind: SettingKind<T>) => kind;

const reasonNames: Record<(typeof reportReasons)[number], string> = {
  spam: "Spam",
  harassment: "Harassment",
  hate: "Hate",
  violence: "Violence",
  sexual: "Sexual content",
  selfHarm: "Self-harm",
  privateInformation: "Private information",
  other: "Other",
};

/** What staff may decide while the server runs. Each has a reader in the server: one that nothing read would be a promise that nobody keeps. */
export const settingKinds = {
  siteName: setting({
    schema: nameText(60),
    default: "@chat",
    variable: "CHAT_SITE_NAME",
    label: "Site name",
    help: "Stands in the tab's title and over the sign-in page.",
    input: { type: "text", maxLength: 60 },
  }),
  signUpPolicy: setting({
    schema: z.enum(["open", "invite", "closed"]),
    default: "open",
    variable: "CHAT_SIGN_UP",
    label: "Who may sign up",
    help: "People of a product that signs tokens are not asked: they have their account there.",
    input: { type: "choice", options: { open: "Everyone", invite: "People with an invite link", closed: "Nobody" } },
  }),
  whoMayCreateGroups: setting({
    schema: z.enum(["everyone", "staff"]),
    default: "everyone",
    variable: "CHAT_GROUPS_BY",
    label: "Who may create groups",
    help: "Staff are the admins and moderators of this site.",
    input: { type: "choice", options: { everyone: "Everyone", staff: "Staff" } },
  }),
  messageMaxLength: setting({
    schema: z.int().min(1).max(limits.messageText),
    default: limits.messageText,
    variable: "CHAT_MESSAGE_MAX_LENGTH",
    label: "Message length",
    help: "Characters of a new or changed message. Longer ones that are there already stay.",
    input: { type: "number", min: 1, max: limits.messageText, unit: "characters" },
  }),
  editWindowMinutes: setting({
    schema: z.int().min(0).max(525_600),
    default: 0,
    variable: "CHAT_EDIT_WINDOW_MINUTES",
    label: "Edit window",
    help: "How long after sending people may change a message; 0 is without end.",
    input: { type: "number", min: 0, max: 525_600, unit: "minutes" },
  }),
  reportReasons: setting({
    schema: z.array(z.enum(reportReasons)).min(1).max(reportReasons.length),
    default: [...reportReasons],
    variable: "CHAT_REPORT_REASONS",
    label: "Report reasons",
    help: "What people may choose from when they report a message or a person.",
    input: { type: "choices", options: reasonNames },
  }),
  hideAtReports: setting({
    schema: z.int().min(0).max(100),
    default: 3,
    variable: "CHAT_HIDE_AT_REPORTS",
    label: "Hide while under review",
    help: "A message that so many people reported is hidden until a moderator has looked at it; 0 hides none.",
    input: { type: "number", min: 0, max: 100, unit: "reports" },
  }),
} as const;

export const settingKeys = Object.keys(settingKinds) as SettingKey[];
export type SettingKey = keyof typeof settingKinds;
/** All settings with their values. */
export type SettingValues = { [K in SettingKey]: z.output<(typeof settingKinds)[K]["schema"]> };

/** Where a value comes from; the environment's wins, and cannot be changed in the console. */
export type SettingSource = "default" | "console" | "environment";

export interface SettingEntry {
  key: SettingKey;
  value: SettingValues[SettingKey];
  default: SettingValues[SettingKey];
  source: SettingSource;
}

const keyInput = z.enum(settingKeys as [SettingKey, ...SettingKey[]]);
export const setSettingInput = z.strictObject({ key: keyInput, value: z.unknown() });
export const resetSettingInput = z.strictObject({ key: keyInput });
