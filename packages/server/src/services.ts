import type { ChatDefinition } from "@chat/contract";
import type { Database } from "@chat/db";
import type { AuditIntents } from "./audit/intents.ts";
import type { Caller } from "./context.ts";
import type { Limits } from "./limits/limits.ts";
import type { Logger } from "./logger.ts";
import type { ModerationRules } from "./reports/moderation-rules.ts";
import type { Append } from "./realtime/append.ts";
import type { CursorWriter } from "./realtime/cursors.ts";
import type { Epoch } from "./realtime/epoch.ts";
import type { Vitals } from "./health/vitals.ts";
import type { Hub } from "./realtime/hub.ts";
import type { PresenceTracker } from "./presence/presence-tracker.ts";
import type { RuleBook } from "./rules/rule-book.ts";
import type { SettingBook } from "./settings/setting-book.ts";

/** Who may find whom: everyone, those I share a channel with, nobody. */
export type Directory = "all" | "shared" | "none";

/** Somebody of a host product, who asks for the room of a key. */
export interface HostPerson {
  readonly userId: string;
  readonly issuer: string;
  /** The host's own id of them. */
  readonly externalId: string;
}

/** Whether they may have it, though their token does not name it. */
export type Access = (person: HostPerson, key: string) => boolean | Promise<boolean>;

/** What the verbs of one server share. Made once by `createChat`. */
export interface Services {
  readonly definition: ChatDefinition;
  readonly db: Database;
  readonly append: Append;
  readonly hub: Hub;
  readonly cursors: CursorWriter;
  readonly presence: PresenceTracker;
  readonly limits: Limits;
  readonly epoch: Epoch;
  readonly rules: RuleBook;
  readonly vitals: Vitals;
  readonly settings: SettingBook;
  /** Of staff's actions, for the audit log. */
  readonly intents: AuditIntents;
  readonly log: Logger;
  /** Whom a host-signed token proves, or null. */
  callerOfToken(token: string): Promise<Caller | null>;
  /** For callers of this site; null takes the default: `all` here, `shared` for token users. */
  readonly directory: Directory | null;
  readonly access: Access | null;
  readonly moderation: ModerationRules;
}
