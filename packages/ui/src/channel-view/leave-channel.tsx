"use client";

import { chatErrorOf } from "@chat/client";
import { useChannel } from "@chat/client/react";
import type { ChannelEntry } from "@chat/contract";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelListStrings } from "../catalogue/channel-list-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { channelName } from "../channel-list/channel-title.ts";
import { GroupQuestionDialog } from "../member-panel/group-question.tsx";
import { errorText } from "./attempt-of.ts";

const texts = { channelList: channelListStrings, errors: errorStrings };

export interface LeaveChannelProps {
  entry: ChannelEntry;
  onClose: () => void;
  onLeft: () => void;
  onProblem: (text: string) => void;
}

/** Asks before leaving a group; where the server says that the reader is its only owner, explains what to do first. */
export function LeaveChannel({ entry, onClose, onLeft, onProblem }: LeaveChannelProps): ReactElement {
  const t = useTexts(texts);
  const { actions } = useChannel(entry.channel.id);
  const [isPending, setPending] = useState(false);
  const [kind, setKind] = useState<"leave" | "last-owner">("leave");
  const leave = async () => {
    setPending(true);
    try {
      await actions.leave();
      onLeft();
    } catch (error) {
      setPending(false);
      if (chatErrorOf(error).reason === "LAST_OWNER") return setKind("last-owner");
      onProblem(errorText(error, t));
      onClose();
    }
  };
  return (
    <GroupQuestionDialog
      question={{ kind }}
      group={channelName(entry, t)}
      visibility={entry.channel.visibility}
      isPending={isPending}
      onClose={onClose}
      onConfirm={() => void leave()}
    />
  );
}
