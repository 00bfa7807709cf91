import { ChatProvider } from "@chat/client/react";
import { AddPeopleDialog } from "@chat/ui/add-people-dialog";
import { AttachmentTray } from "@chat/ui/attachment-tray";
import { Avatar, AvatarStack } from "@chat/ui/avatar";
import { Badge } from "@chat/ui/badge";
import { BanGate } from "@chat/ui/ban-gate";
import { BrowseGroupsDialog } from "@chat/ui/browse-groups-dialog";
import { Button } from "@chat/ui/button";
import { CatalogueProvider } from "@chat/ui/catalogue";
import { ChannelDetails } from "@chat/ui/channel-details";
import { ChannelHeader } from "@chat/ui/channel-header";
import { ChannelList } from "@chat/ui/channel-list";
import { ChannelView } from "@chat/ui/channel-view";
import { ChatRoot } from "@chat/ui/chat-root";
import { Composer } from "@chat/ui/composer";
import { ConfirmDialog } from "@chat/ui/confirm-dialog";
import { ConnectionBanner } from "@chat/ui/connection-banner";
import { copyText } from "@chat/ui/copy-text";
import { Dialog } from "@chat/ui/dialog";
import { EmojiPicker } from "@chat/ui/emoji-picker";
import { EmptyState } from "@chat/ui/empty-state";
import { IconButton } from "@chat/ui/icon-button";
import { Markdown } from "@chat/ui/markdown";
import { MediaPlayer } from "@chat/ui/media-player";
import { MemberPanel } from "@chat/ui/member-panel";
import { MentionProvider } from "@chat/ui/mention-provider";
import { Menu } from "@chat/ui/menu";
import { Message } from "@chat/ui/message";
import { MessageKinds } from "@chat/ui/message-kinds";
import { MessageList } from "@chat/ui/message-list";
import { Messenger } from "@chat/ui/messenger";
import { NewGroupDialog } from "@chat/ui/new-group-dialog";
import { NewMessageDialog } from "@chat/ui/new-message-dialog";
import { PeoplePicker } from "@chat/ui/people-picker";
import { PersonRow } from "@chat/ui/person-row";
import { PictureField } from "@chat/ui/picture-field";
import { Popover } from "@chat/ui/popover";
import { ProfileDialog } from "@chat/ui/profile-dialog";
import { ReactionPicker } from "@chat/ui/reaction-picker";
import { Reactions } from "@chat/ui/reactions";
import { SanctionNotice } from "@chat/ui/sanction-notice";
import { SelectionBar } from "@chat/ui/selection-bar";
import { SignIn } from "@chat/ui/sign-in";
import { SignUp } from "@chat/ui/sign-up";
import { Skeleton } from "@chat/ui/skeleton";
import { SlotsProvider } from "@chat/ui/slots";
import { Spinner } from "@chat/ui/spinner";
import { Switch } from "@chat/ui/switch";
import { SystemLine } from "@chat/ui/system-line";
import { TextField } from "@chat/ui/text-field";
import { ThemeChoice } from "@chat/ui/theme-choice";
import { ThreadSummary } from "@chat/ui/thread-summary";
import { ThreadView } from "@chat/ui/thread-view";
import { ThreadsButton } from "@chat/ui/threads-button";
import { ThreadsDialog } from "@chat/ui/threads-dialog";
import { Tooltip } from "@chat/ui/tooltip";
import { TypingIndicator } from "@chat/ui/typing-indicator";
import { createDraftStore } from "@chat/ui";
import type { ReactElement } from "react";
import { ann, ben, channelId, entry, me, members, message, stillClient } from "./workspace.ts";

const nothing = () => undefined;
const done = async () => null;
const drafts = createDraftStore(ben.id);
const open = { open: true, onOpenChange: nothing };
const search = { query: "", onQueryChange: nothing, people: [ann], isLoading: false };

/** Every entry of the kit by its path, and what is on screen of it at the first paint; what opens over the page has nothing there. */
export const samples: Record<string, { element: ReactElement; shows: string }> = {
  "add-people-dialog": { element: <AddPeopleDialog {...open} search={search} members={new Set()} onAdd={done} />, shows: "" },
  "attachment-tray": {
    element: (
      <AttachmentTray attachments={[{ id: "a", name: "plan.pdf", size: 1_000, type: "", state: "ready" }]} onRemove={nothing} />
    ),
    shows: "plan.pdf",
  },
  avatar: { element: <AvatarStack people={[ann, ben]} />, shows: "avatar" },
  badge: { element: <Badge>new</Badge>, shows: "new" },
  "ban-gate": { element: <BanGate>inside</BanGate>, shows: "inside" },
  "browse-groups-dialog": {
    element: (
      <BrowseGroupsDialog
        {...open}
        query=""
        onQueryChange={nothing}
        groups={[entry]}
        isLoading={false}
        onJoin={done}
        onOpen={nothing}
      />
    ),
    shows: "",
  },
  button: { element: <Button>Pay</Button>, shows: "Pay" },
  catalogue: { element: <CatalogueProvider locale="de">Hallo</CatalogueProvider>, shows: "Hallo" },
  "channel-details": { element: <ChannelDetails channelId={channelId} onClose={nothing} />, shows: "Order 4711" },
  "channel-header": { element: <ChannelHeader entry={entry} />, shows: "Order 4711" },
  "channel-list": {
    element: <ChannelList items={[{ entry, unread: 1, mentions: 0, typing: [] }]} meId={ben.id} onSelect={nothing} />,
    shows: "Order 4711",
  },
  "channel-view": { element: <ChannelView channelId={channelId} drafts={drafts} />, shows: "<strong" },
  "chat-root": { element: <ChatRoot theme="dark">inside</ChatRoot>, shows: 'data-theme="dark"' },
  composer: {
    element: <Composer channelId={channelId} title="Order 4711" drafts={drafts} onSend={nothing} />,
    shows: 'aria-label="Message Order 4711"',
  },
  "confirm-dialog": {
    element: <ConfirmDialog {...open} title="Leave?" body="For good" confirmLabel="Leave" onConfirm={nothing} />,
    shows: "",
  },
  "connection-banner": { element: <ConnectionBanner status="online" />, shows: "" },
  dialog: { element: <Dialog {...open} title="Pay" />, shows: "" },
  "emoji-picker": { element: <EmojiPicker onPick={nothing} />, shows: "<input" },
  "copy-text": { element: <Button onClick={() => void copyText("word")}>Copy</Button>, shows: "Copy" },
  "empty-state": { element: <EmptyState title="Nothing yet" />, shows: "Nothing yet" },
  "icon-button": { element: <IconButton label="Close" icon={<i />} />, shows: 'aria-label="Close"' },
  markdown: { element: <Markdown text="**bold**" />, shows: "<strong" },
  "media-player": { element: <MediaPlayer look="audio" src="/a.mp3" title="a.mp3" />, shows: "a.mp3" },
  "member-panel": {
    element: (
      <MemberPanel
        entry={entry}
        meId={ben.id}
        members={members}
        isLoading={false}
        onClose={nothing}
        onUpdate={done}
        onRemove={done}
        onSetRole={done}
        onTransfer={done}
        onArchive={done}
        onLeave={done}
      />
    ),
    shows: "Ann",
  },
  "mention-provider": {
    element: (
      <MentionProvider nameOf={() => "Ann"}>
        <Markdown text={`[@Ann](mention:${ann.id})`} />
      </MentionProvider>
    ),
    shows: "@Ann",
  },
  menu: { element: <Menu label="More" items={[]} trigger={<button type="button">More</button>} />, shows: "More" },
  message: { element: <Message message={message} me={ben.id} />, shows: "<strong" },
  "message-kinds": { element: <MessageKinds kinds={[]}>inside</MessageKinds>, shows: "inside" },
  "message-list": { element: <MessageList messages={[message]} me={ben.id} />, shows: "<strong" },
  messenger: { element: <Messenger client={stillClient()} channelId={channelId} />, shows: "<strong" },
  "new-group-dialog": { element: <NewGroupDialog {...open} search={search} onCreate={done} />, shows: "" },
  "new-message-dialog": { element: <NewMessageDialog {...open} search={search} onPick={done} />, shows: "" },
  "people-picker": { element: <PeoplePicker query="" onQueryChange={nothing} people={[ann]} onPick={nothing} />, shows: "Ann" },
  "person-row": { element: <PersonRow person={ann} />, shows: "Ann" },
  "picture-field": { element: <PictureField {...ann} onChange={nothing} />, shows: "<input" },
  popover: {
    element: (
      <Popover label="Filters" trigger={<button type="button">Filter</button>}>
        {null}
      </Popover>
    ),
    shows: "Filter",
  },
  "profile-dialog": { element: <ProfileDialog {...open} me={me} onSave={done} />, shows: "" },
  "reaction-picker": { element: <ReactionPicker onPick={nothing} />, shows: "<button" },
  reactions: {
    element: <Reactions reactions={message.reactions} me={ben.id} mine={["👍"]} nameOf={() => "Ben"} />,
    shows: "👍",
  },
  "selection-bar": { element: <SelectionBar count={3} onCopy={nothing} onClose={nothing} />, shows: "3" },
  "sign-in": { element: <SignIn onSubmit={done} />, shows: 'type="password"' },
  "sign-up": { element: <SignUp onSubmit={done} />, shows: 'type="password"' },
  skeleton: { element: <Skeleton />, shows: "skeleton" },
  slots: { element: <SlotsProvider components={undefined}>inside</SlotsProvider>, shows: "inside" },
  "sanction-notice": {
    element: (
      <SanctionNotice
        sanction={{
          id: message.id,
          type: "ban",
          reason: "Spam",
          channel: null,
          messageText: null,
          createdAt: message.createdAt,
          until: null,
          seenAt: null,
          liftedAt: null,
          appeal: null,
        }}
        onAppeal={() => Promise.resolve(null)}
      />
    ),
    shows: "Spam",
  },
  spinner: { element: <Spinner label="Loading" />, shows: "Loading" },
  switch: { element: <Switch checked onCheckedChange={nothing} label="Loud" />, shows: "Loud" },
  "system-line": {
    element: <SystemLine message={{ ...message, kind: "system", data: { type: "member.joined" } }} />,
    shows: "Ann",
  },
  "text-field": { element: <TextField label="Name" />, shows: "Name" },
  "theme-choice": { element: <ThemeChoice value="dark" onChange={nothing} />, shows: "checked" },
  "thread-summary": {
    element: (
      <ThreadSummary thread={{ channelId, replyCount: 3, lastReplyAt: message.createdAt, repliers: [ann] }} onOpen={nothing} />
    ),
    shows: "3",
  },
  "thread-view": { element: <ThreadView messageId={message.id} drafts={drafts} onClose={nothing} />, shows: "thread" },
  "threads-button": { element: <ThreadsButton unread={2} mentions={0} onClick={nothing} />, shows: "2" },
  "threads-dialog": { element: <ThreadsDialog {...open} meId={ben.id} items={[]} onOpen={nothing} />, shows: "" },
  tooltip: {
    element: (
      <Tooltip label="More">
        <button type="button">More</button>
      </Tooltip>
    ),
    shows: "More",
  },
  "typing-indicator": { element: <TypingIndicator users={[ann]} />, shows: "Ann" },
  ".": { element: <Avatar id={ann.id} name={ann.name} />, shows: "avatar" },
};

/** A sample where it would stand: in the kit's root, with a client around it. */
export function Frame({ path }: { path: string }): ReactElement {
  return (
    <ChatRoot>
      <ChatProvider client={stillClient()}>{samples[path]?.element}</ChatProvider>
    </ChatRoot>
  );
}
