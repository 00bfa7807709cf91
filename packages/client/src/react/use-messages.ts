"use client";

import type { ChatDefinition } from "@chat/contract";
import { useEffect, useMemo } from "react";
import { roomSlices, slices } from "../cache/slices.ts";
import { shownPart, timelineMessages, type TimelineMessage } from "../messages/timeline-messages.ts";
import type { Place } from "../messages/timeline.ts";
import { useChatClient } from "./chat-provider.tsx";
import { useSameItems } from "./use-same-items.ts";
import { useSlice } from "./use-slice.ts";

/**
 * A channel's messages, followed live while mounted: a window of them, ascending by seq, which `loadOlder` and `loadNewer` widen and the jumps
 * move; unacknowledged own ones stand at its end. Rows that did not change keep their object.
 */
export function useMessages<D extends ChatDefinition = ChatDefinition>(channelId: string) {
  const client = useChatClient<D>();
  useEffect(() => client.messages.open(channelId), [client, channelId]);
  const timeline = useSlice(roomSlices.timeline(channelId));
  const people = useSlice(slices.people);
  const { me } = useSlice(slices.me);
  const { rows, pending, transforms } = shownPart(timeline);
  const shown = useMemo(
    () => timelineMessages({ rows, pending, transforms }, channelId, people, me),
    [rows, pending, transforms, channelId, people, me],
  );
  const messages = useSameItems(shown) as unknown as TimelineMessage<D>[];
  const actions = useMemo(
    () => ({
      loadOlder: () => client.messages.loadOlder(channelId),
      loadNewer: () => client.messages.loadNewer(channelId),
      jumpTo: (seq: number) => client.messages.jumpTo(channelId, seq),
      jumpToLatest: () => client.messages.jumpToLatest(channelId),
    }),
    [client, channelId],
  );
  const isReading = (...places: Place["at"][]) => timeline.reads.some(({ place }) => places.includes(place.at));
  const { version, error, live, following, atStart, highlightedSeq } = timeline;
  return {
    state: {
      messages,
      isLoading: rows.length === 0 && (isReading("latest", "around") || (version === null && error === null && live !== "gone")),
      error,
      hasOlder: version !== null && !atStart,
      hasNewer: version !== null && !following,
      isLoadingOlder: isReading("older"),
      isLoadingNewer: isReading("newer"),
      highlightedSeq,
      live,
    },
    actions,
  };
}
