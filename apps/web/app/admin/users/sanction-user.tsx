"use client";

import type { AdminUserDetail } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Menu } from "@chat/ui/menu";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toldReasons } from "../queue/words.ts";
import { ReasonDialog, type Reasoned } from "../shell/reason-dialog.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

type SanctionType = "warning" | "mute" | "ban";

const words = {
  warning: { verb: "Warn", done: "was warned" },
  mute: { verb: "Mute", done: "is muted everywhere" },
  ban: { verb: "Ban", done: "is banned everywhere" },
} as const;
const types = ["warning", "mute", "ban"] as const;

/** Warns, mutes or bans somebody everywhere, for a reason that they are told; taken back from the toast, or under Sanctions. */
export function SanctionUser({ user }: { user: AdminUserDetail }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [type, setType] = useState<SanctionType | null>(null);
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.admin.user.pathFilter()),
      queryClient.invalidateQueries(trpc.admin.sanction.pathFilter()),
    ]);
  const lift = useMutation(
    trpc.admin.sanction.lift.mutationOptions({
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
      onSettled,
    }),
  );
  const create = useMutation(
    trpc.admin.sanction.create.mutationOptions({
      onSuccess: ({ id, type: made }) => {
        setType(null);
        toast({ text: `${user.name} ${words[made].done}.`, onUndo: () => lift.mutate({ sanctionId: id }) });
      },
      onSettled,
    }),
  );
  const confirm = (chosen: SanctionType, { reason, note, minutes }: Reasoned) =>
    create.mutate({
      type: chosen,
      userId: user.id,
      reason,
      note,
      ...(minutes !== null && { until: new Date(Date.now() + minutes * 60_000).toISOString() }),
    });
  return (
    <>
      <Menu
        label="Sanction"
        align="start"
        items={types.map((one) => ({
          id: one,
          label: `${words[one].verb}…`,
          danger: one === "ban",
          onSelect: () => {
            create.reset();
            setType(one);
          },
        }))}
        trigger={<Button size="sm">Sanction</Button>}
      />
      <ReasonDialog
        open={type !== null}
        onOpenChange={(open) => !open && setType(null)}
        title={`${words[type ?? "warning"].verb} ${user.name}`}
        description="They are told the reason, and can appeal."
        confirmLabel={words[type ?? "warning"].verb}
        reasons={toldReasons([])}
        hasDuration={type === "mute" || type === "ban"}
        isDanger={type === "ban"}
        isPending={create.isPending}
        problem={create.error === null ? null : messageOf(create.error)}
        onConfirm={(answer) => {
          if (type !== null) confirm(type, answer);
        }}
      />
    </>
  );
}
