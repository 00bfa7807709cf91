"use client";

import type { ListedMember } from "@chat/contract";
import type { ReactElement } from "react";
import { useLocale, useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { dateFormat } from "../catalogue/formats.ts";
import { moderationStrings } from "../catalogue/moderation-strings.ts";
import { reportStrings } from "../catalogue/report-strings.ts";
import { PersonRow } from "../people-picker/person-row.tsx";
import { Badge } from "../primitives/badge.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import {
  AlertIcon,
  CrownIcon,
  EyeOffIcon,
  LockIcon,
  MessageIcon,
  MoreIcon,
  ShieldIcon,
  UserIcon,
  UserMinusIcon,
} from "../primitives/icons.tsx";
import { Menu, type MenuItem } from "../primitives/menu.tsx";
import { mayMute, mayRemove, type MemberRights } from "./member-rights.ts";

const texts = { block: blockStrings, channel: channelStrings, moderation: moderationStrings, report: reportStrings };

const isNow = (mute: ListedMember["mute"]) => mute !== undefined && (mute.until === null || Date.parse(mute.until) > Date.now());
const whenMuted = (timeZone: string | undefined) =>
  ({ dateStyle: "medium", timeStyle: "short", ...(timeZone ? { timeZone } : {}) }) as const;

export interface MemberRowProps {
  member: ListedMember;
  isMe: boolean;
  myRole: ListedMember["role"] | null;
  rights: MemberRights;
  onMessage?: ((userId: string) => void) | undefined;
  /** The reader blocked them. */
  isBlocked: boolean;
  onBlock?: (() => void) | undefined;
  onReport?: (() => void) | undefined;
  onMakeModerator: () => void;
  onMakeMember: () => void;
  onTransfer: () => void;
  onRemove: () => void;
  onMute?: (() => void) | undefined;
  onUnmute?: (() => void) | undefined;
}

/** A member with role and presence, and a menu of what the reader may do with them. */
export function MemberRow(props: MemberRowProps): ReactElement {
  const { member, isMe, myRole, rights, onMessage } = props;
  const t = useTexts(texts);
  const { locale, timeZone } = useLocale();
  const items: MenuItem[] = [];
  if (!isMe && onMessage)
    items.push({ id: "message", label: t.channel.message, icon: <MessageIcon />, onSelect: () => onMessage(member.userId) });
  if (!isMe && rights.setRoles && member.role !== "owner") {
    const isModerator = member.role === "moderator";
    items.push({
      id: "role",
      label: isModerator ? t.channel.makeMember : t.channel.makeModerator,
      icon: isModerator ? <UserIcon /> : <ShieldIcon />,
      onSelect: isModerator ? props.onMakeMember : props.onMakeModerator,
    });
  }
  if (!isMe && rights.transfer)
    items.push({ id: "transfer", label: t.channel.transfer, icon: <CrownIcon />, onSelect: props.onTransfer });
  if (!isMe && props.onBlock)
    items.push({
      id: "block",
      label: props.isBlocked ? t.block.unblock : t.block.block,
      icon: <EyeOffIcon />,
      separated: items.length > 0,
      onSelect: props.onBlock,
    });
  if (!isMe && props.onReport)
    items.push({
      id: "report",
      label: t.report.person,
      icon: <AlertIcon />,
      separated: items.length > 0 && !props.onBlock,
      onSelect: props.onReport,
    });
  const isMuted = isNow(member.mute);
  const onMute = isMuted ? props.onUnmute : props.onMute;
  if (onMute && mayMute(rights, myRole, member.role, isMe))
    items.push({
      id: "mute",
      label: isMuted ? t.moderation.unmute : t.moderation.mute,
      icon: isMuted ? <MessageIcon /> : <LockIcon />,
      separated: items.length > 0,
      onSelect: onMute,
    });
  if (mayRemove(rights, myRole, member.role, isMe)) {
    items.push({
      id: "remove",
      label: t.channel.remove,
      icon: <UserMinusIcon />,
      danger: true,
      separated: items.length > 0,
      onSelect: props.onRemove,
    });
  }
  const muteText = (mute: ListedMember["mute"]) =>
    mute?.until
      ? t.moderation.mutedUntil(dateFormat(locale, whenMuted(timeZone)).format(new Date(mute.until)))
      : t.moderation.muted;
  const role = member.role === "owner" ? t.channel.owner : member.role === "moderator" ? t.channel.moderator : null;
  return (
    <li data-slot="member" data-role={member.role} className="chat:flex chat:h-11 chat:items-center chat:gap-1">
      <PersonRow
        person={{ ...member.user, online: member.online }}
        className="chat:flex-1"
        note={isMe ? `(${t.channel.you})` : undefined}
        detail={isMuted && muteText(member.mute)}
        end={role && <Badge tone="muted">{role}</Badge>}
      />
      {items.length > 0 ? (
        <Menu
          label={t.channel.memberActions(member.user.name)}
          items={items}
          trigger={<IconButton label={t.channel.memberActions(member.user.name)} icon={<MoreIcon />} tooltip={false} />}
        />
      ) : (
        <span className="chat:w-8" />
      )}
    </li>
  );
}
