"use client";

import type { Appeal } from "@chat/contract";
import { withoutMentions } from "@chat/ui";
import { Button } from "@chat/ui/button";
import { TextArea } from "@chat/ui/text-field";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { placeOf, SanctionBadge } from "../sanctions/sanction-columns.tsx";
import { Moment } from "../shell/moment.tsx";
import { Panel } from "../shell/panel.tsx";
import { useStaff } from "../shell/staff.tsx";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { UnloadedPanel } from "../shell/unloaded-panel.tsx";

/** One appeal: what it is against, what the person says, and the answer. */
export function AppealPanel({ appealId, onClose }: { appealId: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(useTRPC().admin.appeal.get.queryOptions({ appealId }));
  if (data === undefined)
    return (
      <UnloadedPanel error={error} missing="There is no appeal with this id" onRetry={() => void refetch()} onClose={onClose} />
    );
  return (
    <Panel title={`Appeal of ${data.user.name}`} onClose={onClose}>
      <AppealBody appeal={data} />
    </Panel>
  );
}

function AppealBody({ appeal }: { appeal: Appeal }) {
  const { sanction, text, messageText, answer, createdAt, decidedAt, decidedBy, state } = appeal;
  return (
    <div className="chat:flex chat:flex-col chat:gap-4 chat:text-sm">
      <div className="chat:flex chat:flex-col chat:gap-1">
        <h3 className="chat:text-xs chat:font-semibold chat:text-muted">The sanction</h3>
        <p>
          <SanctionBadge type={sanction.type} /> <bdi>{placeOf(sanction)}</bdi>, by <bdi>{sanction.by?.name ?? "the server"}</bdi>
          , <Moment at={sanction.createdAt} />
        </p>
        <p dir="auto" className="chat:wrap-anywhere">
          {sanction.reason}
        </p>
        {sanction.note !== "" && (
          <p dir="auto" className="chat:wrap-anywhere chat:text-muted">
            {sanction.note}
          </p>
        )}
      </div>
      {messageText !== null && <Quoted title="Their message" text={withoutMentions(messageText)} />}
      <Quoted title="What they say" text={text} at={createdAt} />
      {state === "open" ? (
        <Answer appeal={appeal} />
      ) : (
        <div className="chat:flex chat:flex-col chat:gap-1">
          <h3 className="chat:text-xs chat:font-semibold chat:text-muted">
            {state === "lifted" ? "Lifted" : "Upheld"} by <bdi>{decidedBy?.name ?? "the server"}</bdi>, <Moment at={decidedAt} />
          </h3>
          <p dir="auto" className="chat:wrap-anywhere">
            {answer}
          </p>
        </div>
      )}
    </div>
  );
}

function Quoted({ title, text, at }: { title: string; text: string; at?: string }) {
  return (
    <div className="chat:flex chat:flex-col chat:gap-1">
      <h3 className="chat:text-xs chat:font-semibold chat:text-muted">
        {title}
        {at !== undefined && (
          <>
            , <Moment at={at} />
          </>
        )}
      </h3>
      <blockquote
        dir="auto"
        className="chat:border-s-2 chat:border-border-strong chat:ps-3 chat:wrap-anywhere chat:whitespace-pre-wrap"
      >
        {text}
      </blockquote>
    </div>
  );
}

function Answer({ appeal }: { appeal: Appeal }) {
  const me = useStaff();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [answer, setAnswer] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const deciding = useMutation(
    trpc.admin.appeal.decide.mutationOptions({
      onSuccess: ({ state, user }) => toast({ text: state === "lifted" ? `${user.name} is free again` : "The sanction stays" }),
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.admin.appeal.pathFilter()),
          queryClient.invalidateQueries(trpc.admin.counts.queryFilter()),
        ]),
    }),
  );
  if (!appeal.mayDecide)
    return (
      <p className="chat:text-muted">
        {appeal.user.id === me.id
          ? "This is your own appeal: another moderator decides it."
          : "You made this decision: another moderator or an admin looks at the appeal."}
      </p>
    );
  const decide = (decision: "uphold" | "lift") => {
    setIsMissing(answer.trim() === "");
    if (answer.trim() !== "") deciding.mutate({ appealId: appeal.id, decision, answer: answer.trim() });
  };
  return (
    <div className="chat:flex chat:flex-col chat:gap-2">
      <TextArea
        label="Answer"
        hint="The person reads it."
        error={isMissing ? "Say why, in a word or two." : null}
        value={answer}
        rows={3}
        maxLength={500}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      {appeal.isMessageDeleted && (
        <p className="chat:text-xs chat:text-muted">
          The message was deleted with this decision. If you lift it, the message comes back.
        </p>
      )}
      <div className="chat:flex chat:gap-2">
        <Button pending={deciding.isPending} onClick={() => decide("uphold")}>
          Uphold
        </Button>
        <Button variant="primary" pending={deciding.isPending} onClick={() => decide("lift")}>
          Lift the {appeal.sanction.type}
        </Button>
      </div>
    </div>
  );
}
