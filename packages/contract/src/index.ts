export { defineChat } from "./define-chat.ts";
export type { ChatDefinition, Custom, CustomEntity, CustomFields, CustomInput } from "./define-chat.ts";
export { errorDataSchema, errorReasons } from "./errors.ts";
export type { ErrorData, ErrorReason } from "./errors.ts";
export { idSchema, momentInput, userRefInput } from "./ids.ts";
export { capabilities, limits, PROTOCOL } from "./limits.ts";
export { isSafeText, nameText, safeText } from "./text.ts";

export { meSchema, presenceSchema, userRefSchema, userRoles, userSchema } from "./users/user.ts";
export type { Me, Presence, User, UserRef } from "./users/user.ts";
export { getUserInput } from "./users/get-user.ts";
export type { GetUser } from "./users/get-user.ts";
export { searchUsersInput } from "./users/search-users.ts";
export type { SearchUsers } from "./users/search-users.ts";
export { blockedUserSchema, blockUserInput } from "./blocks/block.ts";
export type { BlockedUser, BlockUser } from "./blocks/block.ts";
export { imageInput, updateMeInput } from "./users/update-me.ts";
export type { UpdateMe } from "./users/update-me.ts";

export {
  channelEntrySchema,
  channelHeadSchema,
  channelSchema,
  channelTypes,
  membershipSchema,
  postingPolicies,
  visibilities,
} from "./channels/channel.ts";
export type { Channel, ChannelEntry, ChannelHead, Membership } from "./channels/channel.ts";
export {
  archiveChannelInput,
  browseChannelsInput,
  channelIdInput,
  createGroupInput,
  ensureChannelInput,
  followThreadInput,
  listChannelsInput,
  markReadInput,
  markUnreadInput,
  openDirectInput,
  setPreferencesInput,
  updateChannelInput,
} from "./channels/inputs.ts";
export type {
  ArchiveChannel,
  BrowseChannels,
  ChannelIdInput,
  CreateGroup,
  EnsureChannel,
  FollowThread,
  ListChannels,
  ListThreads,
  MarkRead,
  MarkUnread,
  OpenDirect,
  SetPreferences,
  UpdateChannel,
} from "./channels/inputs.ts";

export { listedMemberSchema, memberMuteSchema, memberRoles, memberSchema } from "./members/member.ts";
export type { ListedMember, Member, MemberMute, MemberRole } from "./members/member.ts";
export {
  addMembersInput,
  listMembersInput,
  muteMemberInput,
  removeMemberInput,
  setMemberRoleInput,
  transferOwnershipInput,
  unmuteMemberInput,
} from "./members/inputs.ts";
export type {
  AddMembers,
  ListMembers,
  MuteMember,
  RemoveMember,
  SetMemberRole,
  TransferOwnership,
  UnmuteMember,
} from "./members/inputs.ts";

export { messageSchema, quoteSchema, threadSummarySchema } from "./messages/message.ts";
export type { Message, Quote, ThreadSummary } from "./messages/message.ts";
export { systemDataSchema, systemLineTypes } from "./messages/system-line.ts";
export type { SystemData, SystemLineType } from "./messages/system-line.ts";
export { clientIdSchema, sendMessageInput } from "./messages/send-message.ts";
export type { SendMessage } from "./messages/send-message.ts";
export {
  editMessageInput,
  listMessagesInput,
  messageChangesInput,
  messageIdInput,
  messageReadersInput,
} from "./messages/inputs.ts";
export type { EditMessage, HeldHead, ListMessages, MessageChanges, MessageIdInput, MessageReaders } from "./messages/inputs.ts";

export { reactionSchema } from "./reactions/reaction.ts";
export type { Reaction } from "./reactions/reaction.ts";
export { emojiSchema, isEmoji, listReactionsInput, reactionInput } from "./reactions/inputs.ts";
export type { ListReactions, ReactionInput } from "./reactions/inputs.ts";

export { refreshSessionInput, revokeSessionInput, sessionSchema } from "./sessions/session.ts";
export type { RefreshSession, RevokeSession, Session } from "./sessions/session.ts";

export { cursorSchema, liveEventSchema, messageChanges } from "./live/event.ts";
export type {
  BlocksEvent,
  ChangesPage,
  ChannelEvent,
  ChannelLiveEvent,
  Cursor,
  DurableEvent,
  EphemeralEvent,
  InboxLiveEvent,
  MemberEvent,
  MessageEvent,
  PresenceEvent,
  ReadEvent,
  ResetEvent,
  SanctionEvent,
  SiteLimits,
  SkipEvent,
  StartEvent,
  StateEvent,
  SyncedEvent,
  TypingEvent,
  UserEvent,
} from "./live/event.ts";
export { liveChannelInput, liveInboxInput } from "./live/inputs.ts";
export type { LiveChannel, LiveInbox } from "./live/inputs.ts";

export { auditEntryIdInput, auditEntrySchema, exportAuditInput, listAuditInput } from "./audit/audit.ts";
export type { AuditCheck, AuditEntry, AuditEntryIdInput, ExportAudit, ListAudit } from "./audit/audit.ts";
export {
  adminUserDetailSchema,
  adminUserSchema,
  inviteSchema,
  staffSessionSchema,
  timelineEntrySchema,
} from "./admin/admin-user.ts";
export type { AdminUser, AdminUserDetail, Invite, StaffSession, TimelineEntry } from "./admin/admin-user.ts";
export { overviewChartInput, overviewHistorySchema, overviewNowSchema, overviewRanges } from "./admin/overview.ts";
export type { OverviewChart, OverviewHistory, OverviewNow } from "./admin/overview.ts";
export {
  adminPageInput,
  adminUserIdInput,
  adminUserStates,
  bulkUsersInput,
  createInviteInput,
  createUserInput,
  eraseUserInput,
  exportAdminUsersInput,
  inviteIdInput,
  lastSeenFilters,
  listAdminUsersInput,
  setUserRoleInput,
  staffSessionIdInput,
  updateAdminUserInput,
  userTimelineInput,
} from "./admin/user-inputs.ts";
export type {
  AdminUserIdInput,
  BulkUsers,
  CreateInvite,
  CreateUser,
  EraseUser,
  ExportAdminUsers,
  InviteIdInput,
  ListAdminUsers,
  SetUserRole,
  StaffSessionIdInput,
  UpdateAdminUser,
  UserTimeline,
} from "./admin/user-inputs.ts";

export {
  adminGroupDetailSchema,
  adminGroupMemberSchema,
  adminGroupSchema,
  transcriptMessageSchema,
} from "./admin-groups/group.ts";
export type { AdminGroup, AdminGroupDetail, AdminGroupMember, TranscriptMessage } from "./admin-groups/group.ts";
export {
  adminGroupIdInput,
  adminGroupSorts,
  adminGroupStates,
  deleteAdminGroupInput,
  listAdminGroupMembersInput,
  listAdminGroupsInput,
  readTranscriptInput,
  removeAdminGroupMemberInput,
  setAdminGroupRoleInput,
  updateAdminGroupInput,
} from "./admin-groups/inputs.ts";
export type {
  AdminGroupId,
  DeleteAdminGroup,
  ListAdminGroupMembers,
  ListAdminGroups,
  ReadTranscript,
  RemoveAdminGroupMember,
  SetAdminGroupRole,
  UpdateAdminGroup,
} from "./admin-groups/inputs.ts";

export { createReportInput, listOwnReportsInput, ownReportSchema, reportOutcomes, reportTargets } from "./reports/report.ts";
export type { CreateReport, ListOwnReports, OwnReport } from "./reports/report.ts";
export { reportReasons } from "./reports/report-reasons.ts";
export type { ReportReason } from "./reports/report-reasons.ts";
export {
  appealStates,
  createAppealInput,
  ownAppealSchema,
  ownSanctionSchema,
  sanctionIdInput,
  sanctionTypes,
} from "./sanctions/sanction.ts";
export type { CreateAppeal, OwnAppeal, OwnSanction, SanctionIdInput, SanctionType } from "./sanctions/sanction.ts";

export {
  reorderRulesInput,
  ruleActionSchema,
  ruleChannels,
  ruleConditionSchema,
  ruleDraftSchema,
  ruleIdInput,
  ruleLimits,
  ruleMatchSchema,
  ruleSchema,
  updateRuleInput,
} from "./rules/rule.ts";
export type { CreateRule, Rule, RuleAction, RuleChannel, RuleCondition, RuleDraft, RuleMatch, UpdateRule } from "./rules/rule.ts";
export { exportWordsInput, importWordsInput, replayRuleInput, testRulesInput } from "./rules/try-rules.ts";
export type { ImportedWords, ReplayedMessage, ReplayPage, ReplayRule, RuleTest, TestRules } from "./rules/try-rules.ts";
export { resetSettingInput, setSettingInput, settingKeys, settingKinds } from "./settings/setting.ts";
export type { SettingControl, SettingEntry, SettingKey, SettingSource, SettingValues } from "./settings/setting.ts";
export type { HealthReport } from "./health/health.ts";
export {
  actOnCaseInput,
  assignCaseInput,
  caseActions,
  caseDetailSchema,
  caseIdInput,
  caseSchema,
  caseStates,
  decisionIdInput,
  holdCaseInput,
  judgeMessageInput,
  listCasesInput,
  setCasePriorityInput,
} from "./reports/case.ts";
export type {
  ActOnCase,
  AssignCase,
  CaseAction,
  CaseDecision,
  CaseDetail,
  CaseIdInput,
  ContextMessage,
  DecisionIdInput,
  HoldCase,
  JudgeMessage,
  ListCases,
  PersonHistory,
  ReportCase,
  SetCasePriority,
} from "./reports/case.ts";
export { createSanctionInput, listSanctionsInput, staffSanctionSchema } from "./sanctions/staff-sanction.ts";
export type { CreateSanction, ListSanctions, StaffSanction } from "./sanctions/staff-sanction.ts";
export { appealIdInput, appealSchema, decideAppealInput, listAppealsInput } from "./appeals/appeal.ts";
export type { Appeal, AppealIdInput, DecideAppeal, ListAppeals } from "./appeals/appeal.ts";
