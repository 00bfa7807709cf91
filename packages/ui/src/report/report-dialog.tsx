"use client";

import { limits, reportReasons, type ReportReason } from "@chat/contract";
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { reportStrings } from "../catalogue/report-strings.ts";
import { Problem } from "../dialogs/problem.tsx";
import { useAttempt, type Attempt } from "../dialogs/use-attempt.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { TextArea } from "../primitives/text-field.tsx";

const texts = { common: commonStrings, report: reportStrings };

export interface ReportDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is reported: a message, or the person themselves. */
  target: "message" | "person";
  /** The person, or the message's author. */
  name: string;
  /** Which reasons are offered; all where it is left out. */
  isOffered?: (reason: ReportReason) => boolean;
  onReport: (reason: ReportReason, comment: string) => Attempt;
}

/** Asks what is wrong with a message or a person, sends it, and says that it arrived. */
export function ReportDialog({
  open,
  onOpenChange,
  target,
  name,
  isOffered = () => true,
  onReport,
}: ReportDialogProps): ReactElement {
  const t = useTexts(texts);
  const form = useId();
  const { isPending, error, setError, run } = useAttempt();
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [comment, setComment] = useState("");
  const [isSent, setSent] = useState(false);
  const close = useRef<HTMLButtonElement>(null);
  // Not by autoFocus: the dialog takes the focus itself when the button that had it goes.
  useEffect(() => {
    if (isSent) close.current?.focus();
  }, [isSent]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) return setError(t.report.reasonMissing);
    if (await run(() => onReport(reason, comment.trim()))) setSent(true);
  };
  if (isSent)
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        size="sm"
        title={t.report.sentTitle}
        description={t.report.sentText}
        footer={
          <Button ref={close} variant="primary" onClick={() => onOpenChange(false)}>
            {t.common.close}
          </Button>
        }
      />
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={target === "message" ? t.report.messageTitle(name) : t.report.personTitle(name)}
      description={t.report.text}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t.common.cancel}</Button>
          <Button type="submit" form={form} variant="primary" pending={isPending}>
            {t.report.send}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        data-slot="report-form"
        className="chat:flex chat:flex-col chat:gap-4"
        onSubmit={(event) => void submit(event)}
      >
        <Problem text={error} />
        <fieldset>
          <legend className="chat:mb-1 chat:text-xs chat:font-medium">{t.report.reason}</legend>
          {reportReasons.filter(isOffered).map((one) => (
            <label
              key={one}
              className="chat:flex chat:min-h-9 chat:cursor-pointer chat:items-center chat:gap-2.5 chat:rounded-lg chat:px-2 chat:text-sm chat:hover:bg-hover chat:pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name={`${form}-reason`}
                value={one}
                checked={reason === one}
                className="chat:size-4 chat:accent-(--chat-accent)"
                onChange={() => {
                  setReason(one);
                  setError(null);
                }}
              />
              {t.report.reasons[one]}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t.report.comment}
          value={comment}
          maxLength={limits.reportComment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
