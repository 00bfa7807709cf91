"use client";

import type { ListedMember } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { PersonRow } from "../people-picker/person-row.tsx";
import { Badge } from "../primitives/badge.tsx";
import { IconButton } from "../primitives/icon-button.tsx";
import { CrownIcon, MessageIcon, MoreIcon, ShieldIcon, UserIcon, UserMinusIcon } from "../primitives/icons.tsx";
import { Menu, type MenuItem } from "../primitives/menu.tsx";
import { mayRemove, type MemberRights } from "./member-rights.ts";

const texts = { channel: channelStrings };

export interface MemberRowProps {
  member: ListedMember;
  isMe: boolean;
  myRole: ListedMember["role"] | null;
  rights: MemberRights;
  onMessage?: ((userId: string) => void) | undefined;
  onMakeModerator: () => void;
  onMakeMember: () => void;
  onTransfer: () => void;
  onRemove: () => void;
}

/** A member with role and presence, and a menu of what the reader may do with them. */
export function MemberRow(props: MemberRowProps): ReactElement {
  const { member, isMe, myRole, rights, onMessage } = props;
  const t = useTexts(texts);
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
  const role = member.role === "owner" ? t.channel.owner : member.role === "moderator" ? t.channel.moderator : null;
  return (
    <li data-slot="member" data-role={member.role} className="chat:flex chat:h-11 chat:items-center chat:gap-1">
      <PersonRow
        person={{ ...member.user, online: member.online }}
        className="chat:flex-1"
        note={isMe ? `(${t.channel.you})` : undefined}
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
