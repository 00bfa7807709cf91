"use client";

import { Button } from "@chat/ui/button";
import { ConfirmDialog } from "@chat/ui/confirm-dialog";
import { Menu } from "@chat/ui/menu";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { useTRPC, useTRPCClient } from "../shell/trpc.tsx";
import { useCallOptions } from "../shell/use-call-options.ts";

type Action = "deactivate" | "reactivate" | "signOut" | "setRole";
type Asked = { action: Action; role?: "user" | "moderator"; title: string; isDanger: boolean };

/** Most people in one call. */
const most = 200;

export interface BulkBarProps {
  userIds: readonly string[];
  onDone: () => void;
}

/** What can be done to all who are chosen. */
export function BulkBar({ userIds, onDone }: BulkBarProps) {
  const isAdmin = useStaff().role === "admin";
  const trpc = useTRPC();
  const client = useTRPCClient();
  const toast = useToast();
  const { onError, onSettled } = useCallOptions(trpc.admin.user.pathFilter());
  const bringBack = async (people: string[]) => {
    try {
      await client.admin.user.bulk.mutate({ action: "reactivate", userIds: people });
      toast({ text: people.length === 1 ? "1 person can sign in again." : `${people.length} people can sign in again.` });
    } catch (error) {
      onError(error);
    }
    await onSettled();
  };
  const [asked, setAsked] = useState<Asked | null>(null);
  const bulk = useMutation(
    trpc.admin.user.bulk.mutationOptions({
      onSuccess: ({ items }, { action }) => {
        const refused = items.filter(({ reason }) => reason !== "ok").length;
        // Who was so already stays so when the rest is taken back.
        const shutOut = items.flatMap(({ userId, isChanged }) => (isChanged ? [userId] : []));
        const done = `Done for ${items.length - refused} of ${items.length}.`;
        toast({
          text: refused === 0 ? done : `${done} ${refused} were refused: staff, yourself, or gone.`,
          isProblem: refused > 0,
          ...(action === "deactivate" && shutOut.length > 0 && { onUndo: () => void bringBack(shutOut) }),
        });
        onDone();
      },
      onError,
      onSettled: () => {
        setAsked(null);
        return onSettled();
      },
    }),
  );
  const people = userIds.length === 1 ? "1 person" : `${userIds.length} people`;
  const isTooMany = userIds.length > most;
  return (
    <div
      role="toolbar"
      aria-label="For those who are chosen"
      className="chat:flex chat:shrink-0 chat:flex-wrap chat:items-center chat:gap-2 chat:border-t chat:border-border chat:bg-selected chat:px-4 chat:py-1.5 chat:text-sm"
    >
      <span className="chat:me-1 chat:font-medium">{isTooMany ? `${people}: at most ${most} at once` : `${people} chosen`}</span>
      <Button
        size="sm"
        disabled={isTooMany}
        onClick={() => setAsked({ action: "signOut", title: `Sign out ${people}?`, isDanger: false })}
      >
        Sign out
      </Button>
      <Button
        size="sm"
        disabled={isTooMany}
        onClick={() => setAsked({ action: "deactivate", title: `Deactivate ${people}?`, isDanger: true })}
      >
        Deactivate
      </Button>
      <Button
        size="sm"
        disabled={isTooMany}
        onClick={() => setAsked({ action: "reactivate", title: `Reactivate ${people}?`, isDanger: false })}
      >
        Reactivate
      </Button>
      {isAdmin && (
        <Menu
          label="Role"
          align="start"
          items={(["user", "moderator"] as const).map((role) => ({
            id: role,
            label: `Make ${role}s`,
            disabled: isTooMany,
            onSelect: () => setAsked({ action: "setRole", role, title: `Make ${people} ${role}s?`, isDanger: false }),
          }))}
          trigger={<Button size="sm">Set role</Button>}
        />
      )}
      <Button size="sm" variant="ghost" onClick={onDone}>
        Choose none
      </Button>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={asked?.title ?? ""}
        body="Each is answered by itself: who may not be acted upon stays as they are."
        confirmLabel="Go on"
        danger={asked?.isDanger ?? false}
        pending={bulk.isPending}
        onConfirm={() => {
          if (asked !== null)
            bulk.mutate({ action: asked.action, ...(asked.role && { role: asked.role }), userIds: [...userIds] });
        }}
      />
    </div>
  );
}
