"use client";

import { limits } from "@chat/contract";
import { TextArea } from "@chat/ui/text-field";
import { useState } from "react";
import { FormDialog } from "../shell/form-dialog.tsx";

/** Characters that a reason has at least. */
const shortest = 5;

/** Asks why private conversations are to be looked at; the audit log keeps the answer. */
export function AskReason({ onClose, onGiven }: { onClose: () => void; onGiven: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title="Show private conversations"
      description="Say why. Your name and the reason stand in the audit log."
      confirmLabel="Show"
      isReady={reason.trim().length >= shortest}
      isPending={false}
      error={null}
      onClose={onClose}
      onSubmit={() => onGiven(reason.trim())}
    >
      <TextArea
        label="Reason"
        hint={`At least ${shortest} characters, such as the case that you work on.`}
        value={reason}
        rows={2}
        maxLength={limits.reportComment}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
