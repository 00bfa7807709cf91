"use client";

import type { StaffSanction } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { ConfirmDialog } from "@chat/ui/confirm-dialog";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { caseHref, ConsoleLink, groupHref, personHref } from "../shell/console-link.tsx";
import { Moment } from "../shell/moment.tsx";
import { Panel } from "../shell/panel.tsx";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { UnloadedPanel } from "../shell/unloaded-panel.tsx";
import { placeOf, SanctionBadge } from "./sanction-columns.tsx";

interface SanctionPanelProps {
  sanctionId: string;
  /** The same, where the list holds it. */
  loaded: StaffSanction | undefined;
  onClose: () => void;
}

/** One sanction, also one that the list beside it does not show. */
export function SanctionPanel({ sanctionId, loaded, onClose }: SanctionPanelProps) {
  // Also where the list holds it: one that is lifted leaves it.
  const { data, error, refetch } = useQuery(useTRPC().admin.sanction.get.queryOptions({ sanctionId }));
  const sanction = loaded ?? data;
  if (sanction === undefined)
    return (
      <UnloadedPanel error={error} missing="There is no sanction with this id" onRetry={() => void refetch()} onClose={onClose} />
    );
  return <LoadedSanction sanction={sanction} onClose={onClose} />;
}

/** What it is, and how it ends. */
function LoadedSanction({ sanction, onClose }: { sanction: StaffSanction; onClose: () => void }) {
  const { user, channel, type, reason, note, by, createdAt, until, liftedAt, liftedBy, isInForce, appeal, caseId } = sanction;
  const me = useStaff();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const lifting = useMutation(
    trpc.admin.sanction.lift.mutationOptions({
      onSuccess: () => toast({ text: `Lifted the ${type} of ${user.name}` }),
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
      onSettled: () => queryClient.invalidateQueries(trpc.admin.sanction.pathFilter()),
    }),
  );
  return (
    <Panel
      title={user.name}
      onClose={onClose}
      actions={
        isInForce &&
        user.id !== me.id && (
          <Button size="sm" pending={lifting.isPending} onClick={() => setIsAsking(true)}>
            Lift
          </Button>
        )
      }
    >
      <dl className="chat:grid chat:grid-cols-[auto_minmax(0,1fr)] chat:gap-x-4 chat:gap-y-2 chat:text-sm">
        <Fact name="Person">
          <ConsoleLink href={personHref(user.id)}>
            <bdi>{user.name}</bdi>
          </ConsoleLink>
        </Fact>
        <Fact name="What">
          <SanctionBadge type={type} />{" "}
          {channel === null || channel.name === null ? (
            placeOf(sanction)
          ) : (
            <ConsoleLink href={groupHref(channel.id)}>
              <bdi>{channel.name}</bdi>
            </ConsoleLink>
          )}
        </Fact>
        <Fact name="Reason">
          <span dir="auto">{reason || "None given"}</span>
        </Fact>
        {note !== "" && (
          <Fact name="Note">
            <span dir="auto">{note}</span>
          </Fact>
        )}
        <Fact name="By">
          <bdi>{by?.name ?? "the server"}</bdi>, <Moment at={createdAt} />
        </Fact>
        <Fact name="Until">
          <Moment at={until} fallback={type === "warning" ? "it is seen" : "for good"} />
        </Fact>
        {liftedAt !== null && (
          <Fact name="Lifted">
            <Moment at={liftedAt} /> by <bdi>{liftedBy?.name ?? "the server"}</bdi>
          </Fact>
        )}
        {appeal !== null && (
          <Fact name="Appeal">
            <ConsoleLink href={`/admin/appeals?id=${appeal.id}${appeal.state === "open" ? "" : "&state=decided"}`}>
              {appeal.state}
            </ConsoleLink>
          </Fact>
        )}
        {caseId !== null && (
          <Fact name="Case">
            <ConsoleLink href={caseHref(caseId, true)}>What it followed from</ConsoleLink>
          </Fact>
        )}
      </dl>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Lift the ${type} of ${user.name}?`}
        body="It ends now. An open appeal against it is won."
        confirmLabel="Lift"
        onConfirm={() => {
          setIsAsking(false);
          lifting.mutate({ sanctionId: sanction.id });
        }}
      />
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="chat:text-muted">{name}</dt>
      <dd className="chat:min-w-0 chat:wrap-anywhere">{children}</dd>
    </>
  );
}
