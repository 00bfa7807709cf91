"use client";

import { ruleLimits, type ReplayedMessage, type ReplayPage } from "@chat/contract";
import { withoutMentions } from "@chat/ui";
import { Button } from "@chat/ui/button";
import { History } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Moment } from "../shell/moment.tsx";
import { messageOf, useTRPCClient } from "../shell/trpc.tsx";
import { AskReason } from "./ask-reason.tsx";
import { toTrial, type RuleForm } from "./rule-form.ts";

interface Replay {
  readonly items: readonly ReplayedMessage[];
  /** More that were found in private conversations, and are shown to who says why. */
  readonly unshown: number;
  readonly seen: number;
  readonly isRunning: boolean;
  readonly problem: string | null;
}

const nothing: Replay = { items: [], unshown: 0, seen: 0, isRunning: false, problem: null };

/** What the rule would have caught of the last day's messages, as it stands in the form. */
export function ReplayRule({ form }: { form: RuleForm }) {
  const client = useTRPCClient();
  const [replay, setReplay] = useState<Replay | null>(null);
  const [isAsking, setAsking] = useState(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  /** `reason`: why private conversations are shown too. */
  const run = async (reason?: string) => {
    setAsking(false);
    const read = toTrial(form);
    if ("problem" in read) return setReplay({ ...nothing, problem: read.problem });
    let replayed: Replay = { ...nothing, isRunning: true };
    let page: ReplayPage | null = null;
    try {
      do {
        setReplay(replayed);
        const cursor = page?.cursor;
        page = await client.admin.rule.replay.mutate({ rule: read.draft, ...(reason && { reason }), ...(cursor && { cursor }) });
        const { items, unshown, seen } = page;
        replayed = { ...replayed, items: [...replayed.items, ...items], unshown: replayed.unshown + unshown, seen };
      } while (page.cursor !== null && isHere.current);
      setReplay({ ...replayed, isRunning: false });
    } catch (error) {
      setReplay({ ...replayed, isRunning: false, problem: messageOf(error) });
    }
  };
  const caught = replay === null ? 0 : replay.items.length + replay.unshown;
  return (
    <section aria-label="Replay" className="chat:mt-6 chat:flex chat:flex-col chat:items-start chat:gap-2">
      <h3 className="chat:text-xs chat:font-semibold">Replay over the last 24 hours</h3>
      <p className="chat:text-xs chat:text-muted">
        {`Shows what the rule would have caught of at most ${ruleLimits.replayMessages.toLocaleString("en")} messages. That you looked is told in the audit log.`}
      </p>
      <Button size="sm" icon={<History size={14} aria-hidden />} pending={replay?.isRunning ?? false} onClick={() => void run()}>
        Replay
      </Button>
      {replay !== null && (
        <p role="status" className="chat:text-sm">
          {replay.problem ??
            `${caught.toLocaleString("en")} of ${replay.seen.toLocaleString("en")} messages${replay.isRunning ? " so far…" : "."}`}
        </p>
      )}
      {replay !== null && !replay.isRunning && replay.unshown > 0 && (
        <div className="chat:flex chat:flex-wrap chat:items-center chat:gap-x-3 chat:gap-y-1 chat:text-sm chat:text-muted">
          <span>{`${replay.unshown.toLocaleString("en")} of them in private conversations`}</span>
          <Button size="sm" onClick={() => setAsking(true)}>
            Show them
          </Button>
        </div>
      )}
      {isAsking && <AskReason onClose={() => setAsking(false)} onGiven={(reason) => void run(reason)} />}
      <ul className="chat:w-full chat:divide-y chat:divide-border">
        {replay?.items.slice(0, 200).map((message) => (
          <li key={message.id} className="chat:py-2 chat:text-sm">
            <p className="chat:flex chat:gap-2 chat:text-xs chat:text-muted">
              <bdi className="chat:min-w-0 chat:truncate chat:font-medium chat:text-text">{message.author.name}</bdi>
              <bdi className="chat:min-w-0 chat:flex-1 chat:truncate">{message.channelName ?? "Direct message"}</bdi>
              <Moment at={message.createdAt} />
            </p>
            <p dir="auto" className="chat:wrap-anywhere">
              {withoutMentions(message.excerpt)}
            </p>
          </li>
        ))}
      </ul>
      {replay !== null && replay.items.length > 200 && (
        <p className="chat:text-xs chat:text-muted">The latest 200 of them are shown.</p>
      )}
    </section>
  );
}
