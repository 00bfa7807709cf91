"use client";

import type { Cursor, UserRef } from "@chat/contract";
import { useEffect, useMemo, useRef } from "react";
import type { Receipt, TimelineMessage } from "../message/timeline-message.ts";
import { facesBySeq, furthest, receiptOf } from "./receipts.ts";

const nobody: readonly UserRef[] = [];

/** Ticks and faces of own messages; arrays keep their identity while their people do, so that only rows that changed render. */
export function useReceipts(
  messages: readonly TimelineMessage[],
  cursors: readonly Cursor[] | undefined,
  me: string,
  people: (userId: string) => UserRef | undefined,
) {
  const held = useRef<ReadonlyMap<number, readonly UserRef[]>>(new Map());
  const furthestOthers = useMemo(() => furthest(cursors ?? [], me), [cursors, me]);
  const faces = useMemo(() => facesBySeq(messages, cursors ?? [], me, people, held.current), [messages, cursors, me, people]);
  useEffect(() => {
    held.current = faces;
  }, [faces]);
  return {
    receipt: (message: TimelineMessage): Receipt | undefined =>
      message.author.id === me && message.kind !== "system" && message.deletedAt === null
        ? receiptOf(message, furthestOthers)
        : undefined,
    seenBy: (message: TimelineMessage): readonly UserRef[] => (message.local ? nobody : (faces.get(message.seq) ?? nobody)),
  };
}
