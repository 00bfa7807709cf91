"use client";

import { Button } from "@chat/ui/button";
import { copyText } from "@chat/ui/copy-text";
import { Dialog } from "@chat/ui/dialog";
import { TextField } from "@chat/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useId, useState } from "react";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { InviteList } from "./invite-list.tsx";

const roles = ["user", "moderator", "admin"] as const;

/** Makes links by which one person each may sign up, and shows those that are there. */
export function InvitePeople() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Link2 size={14} aria-hidden />} onClick={() => setIsOpen(true)}>
        Invite
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Invite people"
        description="A link lets one person sign up within a week, also where sign-up is by invitation."
      >
        {isOpen && (
          <div className="chat:flex chat:flex-col chat:gap-5">
            <InviteForm />
            <InviteList />
          </div>
        )}
      </Dialog>
    </>
  );
}

function InviteForm() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const roleId = useId();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<(typeof roles)[number]>("user");
  const create = useMutation(
    trpc.admin.invite.create.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.admin.invite.pathFilter()),
    }),
  );
  const link = create.data === undefined ? null : `${window.location.origin}/sign-up?invite=${create.data.code}`;
  return (
    <form
      className="chat:flex chat:flex-col chat:gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ role, ...(email !== "" && { email }) });
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        value={email}
        hint="Left empty, whoever has the link may use it."
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className="chat:flex chat:items-end chat:gap-2">
        <div className="chat:flex chat:flex-1 chat:flex-col chat:gap-1">
          <label htmlFor={roleId} className="chat:text-xs chat:font-medium">
            Role
          </label>
          <select
            id={roleId}
            value={role}
            onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? "user")}
            className="chat:h-9 chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text"
          >
            {roles.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </div>
        <Button type="submit" variant="primary" pending={create.isPending}>
          Make link
        </Button>
      </div>
      {create.error !== null && (
        <p role="alert" className="chat:text-sm chat:text-danger-text">
          {messageOf(create.error)}
        </p>
      )}
      {link !== null && (
        <div className="chat:flex chat:items-end chat:gap-2">
          <TextField
            label="The link, shown this once"
            readOnly
            value={link}
            className="chat:flex-1"
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button
            onClick={() =>
              void copyText(link).then((isCopied) =>
                isCopied
                  ? toast({ text: "The link is copied." })
                  : toast({ text: "Copy the link by hand: this browser does not allow it.", isProblem: true }),
              )
            }
          >
            Copy
          </Button>
        </div>
      )}
    </form>
  );
}
