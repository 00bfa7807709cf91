"use client";

import type { TranscriptMessage } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextArea } from "@chat/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { messageOf, useTRPC } from "../shell/trpc.tsx";
import { TranscriptLine } from "./transcript-line.tsx";

/** Characters that a reason has at least. */
const shortest = 5;

/** A group's messages, or those of one of its threads, for who says why; the reason and each page that is read stand in the audit log. */
export function Transcript({ channelId, name, onClose }: { channelId: string; name: string; onClose: () => void }) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [place, setPlace] = useState({
    channelId,
    items: [] as TranscriptMessage[],
    before: null as number | null,
    onlyLinks: false,
    isRead: false,
  });
  const box = useRef<HTMLDivElement>(null);
  const read = useMutation(useTRPC().admin.group.transcript.mutationOptions());
  const isEnough = reason.trim().length >= shortest;

  const load = (from: string, { onlyLinks = false, isEarlier = false }: { onlyLinks?: boolean; isEarlier?: boolean } = {}) => {
    const before = isEarlier ? place.before : null;
    const held = isEarlier ? place.items : [];
    read.mutate(
      { channelId: from, reason: reason.trim(), onlyLinks, ...(before !== null && { before }) },
      {
        onSuccess: (page) =>
          setPlace({ channelId: from, items: [...page.items, ...held], before: page.before, onlyLinks, isRead: true }),
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEnough) load(channelId);
  };
  const last = place.items.at(-1)?.id;
  useEffect(() => {
    const scroller = box.current?.parentElement;
    if (scroller && last !== undefined) scroller.scrollTop = scroller.scrollHeight;
  }, [last]);
  const problem = read.error && (
    <p role="alert" className="chat:text-sm chat:text-danger-text">
      {messageOf(read.error)}
    </p>
  );
  if (!place.isRead)
    return (
      <Dialog
        open
        onOpenChange={(open) => open || onClose()}
        title={`Read the messages of ${name}`}
        description="Say why. Your name, the reason and what you read stand in the audit log."
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} variant="primary" disabled={!isEnough} pending={read.isPending}>
              Read messages
            </Button>
          </>
        }
      >
        <form id={id} noValidate onSubmit={submit} className="chat:flex chat:flex-col chat:gap-3">
          <TextArea
            label="Reason"
            hint={`At least ${shortest} characters, such as the case that you work on.`}
            value={reason}
            rows={2}
            maxLength={1_000}
            autoFocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {problem}
        </form>
      </Dialog>
    );
  const isThread = place.channelId !== channelId;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="lg"
      title={isThread ? `A thread of ${name}` : `Messages of ${name}`}
      description={`Read for: ${reason.trim()}`}
      footer={
        <>
          <label className="chat:me-auto chat:flex chat:items-center chat:gap-2 chat:text-sm">
            <input
              type="checkbox"
              className="chat:size-4 chat:shrink-0"
              checked={place.onlyLinks}
              disabled={read.isPending}
              onChange={({ currentTarget: { checked } }) => load(place.channelId, { onlyLinks: checked })}
            />
            Only with links
          </label>
          {isThread && (
            <Button pending={read.isPending} onClick={() => load(channelId)}>
              Back to the group
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div ref={box} className="chat:flex chat:flex-col chat:gap-3">
        {place.before !== null && (
          <Button
            size="sm"
            className="chat:self-center"
            pending={read.isPending}
            onClick={() => load(place.channelId, { onlyLinks: place.onlyLinks, isEarlier: true })}
          >
            Show earlier
          </Button>
        )}
        {problem}
        {place.items.length === 0 && (
          <p className="chat:text-sm chat:text-muted">
            {place.onlyLinks ? "Nobody shared a link here." : "Nothing was written here."}
          </p>
        )}
        <ol aria-label="Messages" className="chat:flex chat:flex-col chat:gap-3">
          {place.items.map((message) => (
            <TranscriptLine key={message.id} message={message} onOpenThread={(threadId) => load(threadId)} />
          ))}
        </ol>
      </div>
    </Dialog>
  );
}
