"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

const texts = { common: commonStrings };

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  body: string;
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
}

/** Asks before something that cannot be taken back. The caller closes it. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  body,
  confirmLabel,
  danger = false,
  pending = false,
  onConfirm,
}: ConfirmDialogProps): ReactElement {
  const t = useTexts(texts);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      kind="alert"
      size="sm"
      title={title}
      description={body}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t.common.cancel}</Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
