"use client";

import type { AdminGroupDetail, AdminGroupMember } from "@chat/contract";
import { Avatar } from "@chat/ui/avatar";
import { Badge } from "@chat/ui/badge";
import { IconButton } from "@chat/ui/icon-button";
import { Menu, type MenuItem } from "@chat/ui/menu";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useCallOptions } from "../shell/use-call-options.ts";

const roles = ["owner", "moderator", "member"] as const;

/** A member with their role, and a menu to change it or to take them out. */
export function GroupMember({ group, member }: { group: AdminGroupDetail; member: AdminGroupMember }) {
  const { user, role, siteRole } = member;
  const me = useStaff();
  const trpc = useTRPC();
  const toast = useToast();
  const options = useCallOptions(trpc.admin.group.pathFilter());
  const setRole = useMutation(trpc.admin.group.setMemberRole.mutationOptions(options));
  const remove = useMutation(trpc.admin.group.removeMember.mutationOptions(options));
  const ids = { channelId: group.id, userId: user.id };
  // Nobody acts on themselves, and a moderator of the site not on its staff.
  const mayAct = group.type === "group" && user.id !== me.id && (me.role === "admin" || siteRole === "user");
  const change = (to: (typeof roles)[number]) =>
    setRole.mutate(
      { ...ids, role: to },
      {
        onSuccess: () => toast({ text: `${user.name} is ${to} now.`, onUndo: () => setRole.mutate({ ...ids, role }) }),
      },
    );
  const items: MenuItem[] = [
    ...roles.map((one) => ({
      id: one,
      label: one,
      checked: role === one,
      onSelect: () => {
        if (one !== role) change(one);
      },
    })),
    {
      id: "remove",
      label: "Remove from group",
      danger: true,
      separated: true,
      onSelect: () => remove.mutate(ids, { onSuccess: () => toast({ text: `${user.name} is not in ${group.name} any more.` }) }),
    },
  ];
  return (
    <li data-slot="group-member" className="chat:flex chat:h-10 chat:items-center chat:gap-2">
      <Avatar id={user.id} name={user.name} image={user.image} size={24} presence={member.online ? "online" : "offline"} />
      <Link
        href={`/admin/users?id=${user.id}`}
        className="chat:min-w-0 chat:flex-1 chat:truncate chat:text-sm chat:hover:underline"
      >
        <bdi>{user.name}</bdi>
      </Link>
      {siteRole !== "user" && <Badge tone="muted">site {siteRole}</Badge>}
      {member.isBanned && <Badge>banned</Badge>}
      {member.isMuted && <Badge>muted</Badge>}
      {role !== "member" && <Badge tone="muted">{role}</Badge>}
      {mayAct ? (
        <Menu
          label={`Actions for ${user.name}`}
          items={items}
          trigger={
            <IconButton label={`Actions for ${user.name}`} icon={<Ellipsis size={16} aria-hidden />} size="sm" tooltip={false} />
          }
        />
      ) : (
        <span className="chat:w-7" />
      )}
    </li>
  );
}
