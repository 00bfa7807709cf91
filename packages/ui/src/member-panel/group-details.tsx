"use client";

import type { ChannelEntry, ListedMember } from "@chat/contract";
import { Suspense, useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { moderationStrings } from "../catalogue/moderation-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Avatar } from "../primitives/avatar.tsx";
import { Button } from "../primitives/button.tsx";
import { ArchiveIcon, EditIcon, GlobeIcon, LockIcon, LogOutIcon } from "../primitives/icons.tsx";
import type { GroupActions } from "./group-actions.ts";
import { GroupForm } from "./group-form.tsx";
import { GroupQuestionDialog, type GroupQuestion } from "./group-question.tsx";
import { MemberList, type MemberListProps } from "./member-list.tsx";
import { lazyPart } from "../primitives/lazy-part.ts";
import { memberRights } from "./member-rights.ts";

const texts = { channel: channelStrings, channelList: channelListStrings, moderation: moderationStrings };

const ReasonDialog = lazyPart(() => import("../dialogs/reason-dialog.tsx").then((module) => module.ReasonDialog), "first-use");

export interface GroupDetailsProps
  extends
    GroupActions,
    Pick<
      MemberListProps,
      | "meId"
      | "members"
      | "isLoading"
      | "hasMore"
      | "onLoadMore"
      | "onSearch"
      | "onAddPeople"
      | "onMessage"
      | "blocked"
      | "onBlock"
      | "onReport"
    > {
  entry: ChannelEntry;
}

/** A group from inside: what it is, who is in it, and what the reader's role may do about it. */
export function GroupDetails(props: GroupDetailsProps): ReactElement {
  const { entry, members, onMute, onUnmute } = props;
  const { channel, me } = entry;
  const t = useTexts(texts);
  const { isPending, error, run } = useAttempt();
  const [isEditing, setEditing] = useState(false);
  const [question, setQuestion] = useState<GroupQuestion | null>(null);
  const [muting, setMuting] = useState<ListedMember | null>(null);
  const rights = memberRights(channel, me?.role ?? null);
  const title = channelName(entry, t);
  const isPublic = channel.visibility === "public";

  const confirm = async (asked: GroupQuestion) => {
    const attempts: Record<GroupQuestion["kind"], () => Attempt> = {
      leave: props.onLeave,
      "last-owner": () => Promise.resolve(null),
      archive: () => props.onArchive(true),
      remove: () => props.onRemove("member" in asked ? asked.member.userId : ""),
      transfer: () => props.onTransfer("member" in asked ? asked.member.userId : ""),
    };
    await run(attempts[asked.kind]);
    setQuestion(null);
  };
  const leave = () => {
    const isOnlyOwner =
      me?.role === "owner" && !members.some((member) => member.role === "owner" && member.userId !== props.meId);
    setQuestion({ kind: isOnlyOwner ? "last-owner" : "leave" });
  };

  return (
    <div data-slot="group-details" className="chat:flex chat:flex-col chat:gap-5 chat:px-4 chat:pt-4 chat:pb-6">
      <Problem text={error} />
      {isEditing ? (
        <GroupForm
          channel={channel}
          canChangeVisibility={rights.changeVisibility}
          onUpdate={props.onUpdate}
          onDone={() => setEditing(false)}
        />
      ) : (
        <div className="chat:flex chat:flex-col chat:items-center chat:gap-1 chat:text-center">
          <Avatar id={channel.id} name={title} image={channel.image} size={64} shape="square" className="chat:mb-2" />
          <p dir="auto" className="chat:text-base chat:font-semibold chat:wrap-anywhere">
            {title}
          </p>
          <p className="chat:flex chat:items-center chat:gap-1.5 chat:text-xs chat:text-muted">
            {isPublic ? <GlobeIcon size={13} /> : <LockIcon size={13} />}
            {isPublic ? t.channel.publicGroup : t.channel.privateGroup}
            {channel.archivedAt !== null && ` · ${t.channel.archived}`}
          </p>
          {channel.description && (
            <p dir="auto" className="chat:mt-2 chat:text-sm chat:whitespace-pre-line chat:wrap-anywhere">
              {channel.description}
            </p>
          )}
          {rights.edit && (
            <Button size="sm" icon={<EditIcon size={14} />} onClick={() => setEditing(true)} className="chat:mt-3">
              {t.channel.edit}
            </Button>
          )}
        </div>
      )}
      <MemberList
        {...props}
        rights={rights}
        onSetRole={(member, role) => void run(() => props.onSetRole(member.userId, role))}
        onTransfer={(member) => setQuestion({ kind: "transfer", member })}
        onRemove={(member) => setQuestion({ kind: "remove", member })}
        onMute={onMute && setMuting}
        onUnmute={onUnmute && ((member) => void run(() => onUnmute(member.userId)))}
      />
      {me !== null && (
        <div className="chat:flex chat:flex-col chat:gap-2 chat:border-t chat:border-border chat:pt-4">
          {rights.archive && channel.archivedAt === null && (
            <Button icon={<ArchiveIcon />} onClick={() => setQuestion({ kind: "archive" })}>
              {t.channel.archive}
            </Button>
          )}
          {rights.archive && channel.archivedAt !== null && (
            <Button icon={<ArchiveIcon />} pending={isPending} onClick={() => void run(() => props.onArchive(false))}>
              {t.channel.unarchive}
            </Button>
          )}
          <Button icon={<LogOutIcon />} onClick={leave} className="chat:text-danger-text!">
            {t.channel.leave}
          </Button>
        </div>
      )}
      {muting && onMute && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={t.moderation.muteTitle(muting.user.name)}
            text={t.moderation.muteText}
            confirmLabel={t.moderation.muteConfirm}
            hasDuration
            onClose={() => setMuting(null)}
            onConfirm={(reason, durationMinutes) => onMute(muting.userId, { reason, durationMinutes })}
          />
        </Suspense>
      )}
      <GroupQuestionDialog
        question={question}
        group={title}
        visibility={channel.visibility}
        isPending={isPending}
        onClose={() => setQuestion(null)}
        onConfirm={(asked) => void confirm(asked)}
      />
    </div>
  );
}
