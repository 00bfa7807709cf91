"use client";

import type { ListedMember } from "@chat/contract";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { channelStrings } from "../catalogue/channel-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import type { Catalogue } from "../catalogue/english.ts";
import { Button } from "../primitives/button.tsx";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { Dialog } from "../primitives/dialog.tsx";

const texts = { channel: channelStrings, common: commonStrings };

/** Something in a group's details that is asked about first. */
export type GroupQuestion = { kind: "leave" | "last-owner" | "archive" } | { kind: "remove" | "transfer"; member: ListedMember };

export interface GroupQuestionDialogProps {
  question: GroupQuestion | null;
  group: string;
  visibility: "public" | "private";
  isPending: boolean;
  onClose: () => void;
  onConfirm: (question: GroupQuestion) => void;
}

function words(
  question: GroupQuestion,
  { group, visibility }: GroupQuestionDialogProps,
  t: Pick<Catalogue, "channel" | "common">,
): { title: string; body: string; confirm: string } {
  switch (question.kind) {
    case "remove":
      return {
        title: t.channel.removeTitle(question.member.user.name),
        body: t.channel.removeText,
        confirm: t.channel.removeConfirm,
      };
    case "transfer":
      return {
        title: t.channel.transferTitle(question.member.user.name),
        body: t.channel.transferText,
        confirm: t.channel.transfer,
      };
    case "archive":
      return { title: t.channel.archiveTitle(group), body: t.channel.archiveText, confirm: t.channel.archiveConfirm };
    case "last-owner":
      return { title: t.channel.lastOwnerTitle, body: t.channel.lastOwnerText, confirm: t.common.close };
    case "leave":
      return {
        title: t.channel.leaveTitle(group),
        body: visibility === "public" ? t.channel.leavePublicText : t.channel.leavePrivateText,
        confirm: t.channel.leaveConfirm,
      };
  }
}

/** Asks before removing, leaving, archiving and transferring; to the only owner it explains why leaving must wait. */
export function GroupQuestionDialog(props: GroupQuestionDialogProps): ReactElement | null {
  const { question, isPending, onClose, onConfirm } = props;
  const t = useTexts(texts);
  if (question === null) return null;
  const { title, body, confirm } = words(question, props, t);
  const change = (open: boolean) => open || onClose();
  if (question.kind === "last-owner") {
    return (
      <Dialog
        open
        onOpenChange={change}
        title={title}
        description={body}
        size="sm"
        footer={<Button onClick={onClose}>{confirm}</Button>}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={change}
      title={title}
      body={body}
      confirmLabel={confirm}
      danger={question.kind !== "transfer"}
      pending={isPending}
      onConfirm={() => onConfirm(question)}
    />
  );
}
