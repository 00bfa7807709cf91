"use client";

import { useCallback, useState, type ReactElement } from "react";
import { useSelection } from "../message-list/use-selection.ts";
import type { MessageActions } from "../message/timeline-message.ts";
import { ChannelSelection } from "./channel-selection.tsx";
import { Notice } from "./notice.tsx";
import type { Conversation } from "./use-conversation.ts";
import { usePeople } from "./use-people.ts";

/** Selecting several messages of a channel or a thread: what its timeline shows of that, the bar in the composer's place, and what was done. */
export function useSelecting(channelId: string, { messages, setNotice }: Conversation) {
  const { begin, end, selected, chosen, toggle } = useSelection(messages);
  const people = usePeople();
  const [told, setTold] = useState<string | null>(null);
  const closeTold = useCallback(() => setTold(null), []);
  const barOf = (actions: MessageActions): ReactElement | null =>
    selected && (
      <ChannelSelection
        channelId={channelId}
        chosen={chosen}
        actions={actions}
        people={people}
        onEnd={end}
        onProblem={setNotice}
        onDone={setTold}
      />
    );
  return {
    begin,
    barOf,
    rows: { selected, onToggleSelected: toggle },
    notice: <Notice kind="done" text={told} onClose={closeTold} />,
  };
}
