export { AttachmentTray, type AttachmentTrayProps } from "./attachments/attachment-tray.tsx";
export type { TrayAttachment } from "./attachments/tray-attachment.ts";
export { CatalogueProvider, useCatalogue, useLocale, type CatalogueProviderProps } from "./catalogue/catalogue-provider.tsx";
export { english, mergeCatalogue, type Catalogue, type CatalogueOverrides } from "./catalogue/english.ts";
export { ChannelHeader, type ChannelHeaderProps } from "./channel-header/channel-header.tsx";
export { ChannelList, type ChannelListProps } from "./channel-list/channel-list.tsx";
export { ThreadsButton, type ThreadsButtonProps } from "./channel-list/threads-button.tsx";
export type { ChannelListItem } from "./channel-list/list-item.ts";
export { channelTitle } from "./channel-list/channel-title.ts";
export { ChannelDetails, type ChannelDetailsProps } from "./channel-view/channel-details.tsx";
export { ChannelView, type ChannelViewProps } from "./channel-view/channel-view.tsx";
export {
  Composer,
  type ComposerExtra,
  type ComposerHandle,
  type ComposerProps,
  type ComposerSubmission,
} from "./composer/composer.tsx";
export type { ComposerEditor, EditorHandle } from "./composer/composer-editor.ts";
export type { VoiceRecording } from "./composer/voice-recording.ts";
export { createDraftStore, type Draft, type DraftStore } from "./composer/draft-store.ts";
export type { Mentionable, SearchMentions } from "./composer/use-completions.ts";
export { ConnectionBanner, type ConnectionBannerProps } from "./connection/connection-banner.tsx";
export { AddPeopleDialog, type AddPeopleDialogProps } from "./dialogs/add-people-dialog.tsx";
export { BrowseGroupsDialog, type BrowseGroupsDialogProps } from "./dialogs/browse-groups-dialog.tsx";
export { NewGroupDialog, type NewGroup, type NewGroupDialogProps } from "./dialogs/new-group-dialog.tsx";
export { NewMessageDialog, type NewMessageDialogProps, type PeopleSearch } from "./dialogs/new-message-dialog.tsx";
export { ThreadsDialog, type ThreadItem, type ThreadsDialogProps } from "./dialogs/threads-dialog.tsx";
export type { Attempt } from "./dialogs/use-attempt.ts";
export { Markdown, type MarkdownProps } from "./markdown/markdown.tsx";
export { MentionProvider, type MentionProviderProps } from "./markdown/mention-context.tsx";
export { MediaPlayer, type MediaPlayerProps } from "./media-player/media-player.tsx";
export { MemberPanel, type MemberPanelProps } from "./member-panel/member-panel.tsx";
export { MessageList, type MessageListHandle, type MessageListProps } from "./message-list/message-list.tsx";
export { Message, type MessageProps } from "./message/message.tsx";
export { ThreadSummary, type ThreadSummaryProps } from "./message/thread-summary.tsx";
export { MessageKinds, type KindComposerProps, type MessageKind, type MessageKindsProps } from "./message/message-kind.tsx";
export { SystemLine } from "./message/system-line.tsx";
export { systemText } from "./message/system-text.ts";
export type { MessageActions, Receipt, TimelineMessage } from "./message/timeline-message.ts";
export { Messenger, type MessengerProps } from "./messenger/messenger.tsx";
export { PeoplePicker, type PeoplePickerProps, type Pickable } from "./people-picker/people-picker.tsx";
export { PersonRow, type PersonRowProps } from "./people-picker/person-row.tsx";
export { PictureField, type PictureFieldProps } from "./picture-field/picture-field.tsx";
export { Avatar, AvatarStack, type AvatarProps, type AvatarStackProps } from "./primitives/avatar.tsx";
export { Badge, CountBadge, type BadgeProps } from "./primitives/badge.tsx";
export { Button, type ButtonProps } from "./primitives/button.tsx";
export { ConfirmDialog, type ConfirmDialogProps } from "./primitives/confirm-dialog.tsx";
export { Dialog, type DialogProps } from "./primitives/dialog.tsx";
export { EmptyState, type EmptyStateProps } from "./primitives/empty-state.tsx";
export { IconButton, type IconButtonProps } from "./primitives/icon-button.tsx";
export { Menu, type MenuItem, type MenuProps } from "./primitives/menu.tsx";
export { Popover, type PopoverProps } from "./primitives/popover.tsx";
export { Skeleton } from "./primitives/skeleton.tsx";
export { Spinner, type SpinnerProps } from "./primitives/spinner.tsx";
export { Switch, type SwitchProps } from "./primitives/switch.tsx";
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from "./primitives/text-field.tsx";
export { Tooltip, type TooltipProps, type TooltipSide } from "./primitives/tooltip.tsx";
export { ProfileDialog, type ProfileDialogProps } from "./profile/profile-dialog.tsx";
export { ThemeChoice, type Theme } from "./profile/theme-choice.tsx";
export { ReactionPicker, type ReactionPickerProps } from "./reactions/reaction-picker.tsx";
export { Reactions, type ReactionsProps } from "./reactions/reactions.tsx";
export { ChatRoot, type ChatRootProps } from "./root/chat-root.tsx";
export type { DemoAccount } from "./sign-in/demo-accounts.tsx";
export { SignIn, type SignInProps } from "./sign-in/sign-in.tsx";
export { SignUp, type SignUpProps } from "./sign-in/sign-up.tsx";
export { ThreadView, type ThreadPlace, type ThreadViewProps } from "./thread-view/thread-view.tsx";
export { SlotsProvider, type Slots, type SlotsProviderProps } from "./slots/slots.tsx";
export { TypingIndicator } from "./typing/typing-indicator.tsx";
