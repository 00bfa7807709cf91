"use client";

import { useBlocks } from "@chat/client/react";
import { useState, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { blockStrings } from "../catalogue/block-strings.ts";
import { commonStrings } from "../catalogue/common-strings.ts";
import { errorStrings } from "../catalogue/error-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";

const texts = { block: blockStrings, common: commonStrings, errors: errorStrings };

export interface BlockDialogProps {
  userId: string;
  name: string;
  onClose: () => void;
}

/** Asks before somebody is blocked, or no more; open from the beginning, and wired to the client. */
export function BlockDialog({ userId, name, onClose }: BlockDialogProps): ReactElement {
  const t = useTexts(texts);
  const { state, actions } = useBlocks();
  const { isPending, error, run } = useAttempt();
  // As it was when asked: the answer must not turn the question around before it is gone.
  const [isBlocked] = useState(state.userIds.has(userId));
  const [isOpen, setOpen] = useState(true);
  const told = { errors: { ...t.errors, TOO_MANY: t.block.tooMany } };
  const close = () => {
    setOpen(false);
    onClose();
  };
  const confirm = async () => {
    if (await run(() => attemptOf(isBlocked ? actions.unblock(userId) : actions.block(userId), told))) close();
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => open || close()}
      kind="alert"
      size="sm"
      title={isBlocked ? t.block.unblockTitle(name) : t.block.blockTitle(name)}
      description={isBlocked ? t.block.unblockText : t.block.blockText}
      footer={
        <>
          <Button onClick={close}>{t.common.cancel}</Button>
          <Button variant={isBlocked ? "primary" : "danger"} pending={isPending} onClick={() => void confirm()}>
            {isBlocked ? t.block.unblock : t.block.block}
          </Button>
        </>
      }
    >
      <Problem text={error} />
    </Dialog>
  );
}
