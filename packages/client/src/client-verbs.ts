import { blockUser, unblockUser } from "./blocks/block-user.ts";
import type { ChatClient } from "./chat-client.ts";
import { archiveChannel } from "./channels/archive-channel.ts";
import { browseChannels } from "./channels/browse-channels.ts";
import { createGroup } from "./channels/create-group.ts";
import { ensureChannel } from "./channels/ensure-channel.ts";
import { followThread } from "./channels/follow-thread.ts";
import { joinChannel } from "./channels/join-channel.ts";
import { leaveChannel } from "./channels/leave-channel.ts";
import { loadChannel } from "./channels/load-channel.ts";
import { loadChannels, loadMoreChannels } from "./channels/load-channels.ts";
import { loadMoreThreads, loadThreads } from "./channels/load-threads.ts";
import { markUnread } from "./channels/mark-unread.ts";
import { openDirect } from "./channels/open-direct.ts";
import { openThread } from "./channels/open-thread.ts";
import { setPreferences } from "./channels/set-preferences.ts";
import { updateChannel } from "./channels/update-channel.ts";
import type { ClientContext } from "./client-context.ts";
import { addMembers } from "./members/add-members.ts";
import { removeMember, setMemberRole } from "./members/change-member.ts";
import { loadMembers, loadMoreMembers } from "./members/load-members.ts";
import { muteMember, unmuteMember } from "./members/mute-member.ts";
import { transferOwnership } from "./members/transfer-ownership.ts";
import { deleteMessage } from "./messages/delete-message.ts";
import { editMessage } from "./messages/edit-message.ts";
import { followMessages } from "./messages/follow-messages.ts";
import { jumpTo, jumpToLatest, loadNewer, loadOlder } from "./messages/load-page.ts";
import { discardMessage, retryMessage, sendMessage } from "./messages/send-message.ts";
import { discardUnsent, settleOutbox } from "./outbox/settle-outbox.ts";
import { addReaction } from "./reactions/add-reaction.ts";
import { removeReaction } from "./reactions/remove-reaction.ts";
import { createReport } from "./reports/create-report.ts";
import { createAppeal, seeSanction } from "./sanctions/answer-sanction.ts";
import { startTyping } from "./typing/start-typing.ts";
import { loadUser } from "./users/load-user.ts";
import { updateMe } from "./users/update-me.ts";

/** The client's verbs, by noun: each is one file. */
export function createVerbs(
  context: ClientContext,
): Pick<ChatClient, "users" | "sanctions" | "reports" | "channels" | "members" | "messages" | "outbox" | "reactions"> {
  /** The verb with its context given. */
  const bind =
    <A extends unknown[], R>(verb: (context: ClientContext, ...args: A) => R) =>
    (...args: A): R =>
      verb(context, ...args);

  return {
    users: { load: bind(loadUser), updateMe: bind(updateMe), block: bind(blockUser), unblock: bind(unblockUser) },
    sanctions: { see: bind(seeSanction), appeal: bind(createAppeal) },
    reports: { create: bind(createReport) },
    channels: {
      load: bind(loadChannels),
      loadMore: bind(loadMoreChannels),
      loadOne: bind(loadChannel),
      openDirect: bind(openDirect),
      openThread: bind(openThread),
      followThread: bind(followThread),
      loadThreads: bind(loadThreads),
      loadMoreThreads: bind(loadMoreThreads),
      createGroup: bind(createGroup),
      ensure: bind(ensureChannel),
      browse: bind(browseChannels),
      update: bind(updateChannel),
      join: bind(joinChannel),
      leave: bind(leaveChannel),
      archive: bind(archiveChannel),
      setPreferences: bind(setPreferences),
      markRead: (channelId, seq) => context.reads.mark(channelId, seq),
      markUnread: bind(markUnread),
      typing: bind(startTyping),
    },
    members: {
      load: (channelId, query = "") => loadMembers(context, channelId, query),
      loadMore: (channelId, query = "") => loadMoreMembers(context, channelId, query),
      add: bind(addMembers),
      remove: bind(removeMember),
      setRole: bind(setMemberRole),
      transferOwnership: bind(transferOwnership),
      mute: bind(muteMember),
      unmute: bind(unmuteMember),
    },
    messages: {
      open: (channelId) => context.open.open(channelId),
      loadOlder: bind(loadOlder),
      loadNewer: bind(loadNewer),
      jumpTo: bind(jumpTo),
      jumpToLatest: bind(jumpToLatest),
      send: (channelId, draft) => sendMessage(context, channelId, draft).sent,
      post: (channelId, draft) => sendMessage(context, channelId, draft).clientId,
      follow: bind(followMessages),
      retry: bind(retryMessage),
      discard: bind(discardMessage),
      edit: bind(editMessage),
      delete: bind(deleteMessage),
    },
    outbox: { settle: bind(settleOutbox), discardAll: bind(discardUnsent) },
    reactions: { add: bind(addReaction), remove: bind(removeReaction) },
  };
}
