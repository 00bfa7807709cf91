"use client";

import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextArea } from "@chat/ui/text-field";
import { useId, useState } from "react";
import { durations, selectLook } from "./durations.ts";
import { ReasonField } from "./reason-field.tsx";

export interface Reasoned {
  /** One of `reasons`, or other words. */
  reason: string;
  /** For other moderators. */
  note: string;
  /** Minutes; null is without end. Always null where no duration is asked. */
  minutes: number | null;
}

export interface ReasonDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  confirmLabel: string;
  reasons: readonly string[];
  /** Asks for how long, too. */
  hasDuration?: boolean;
  isDanger?: boolean;
  isPending?: boolean;
  /** What went wrong with the last try. */
  problem?: string | null;
  onConfirm: (answer: Reasoned) => void;
}

/** Asks why before something is done to somebody: a reason, a note, and for how long. Enter in a select or Ctrl+Enter in the note confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onOpenChange, title, description, confirmLabel, isDanger = false, isPending = false } = props;
  const formId = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      {...(description === undefined ? {} : { description })}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={formId} variant={isDanger ? "danger" : "primary"} pending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <ReasonForm key={String(open)} formId={formId} {...props} />
    </Dialog>
  );
}

function ReasonForm({ formId, reasons, hasDuration = false, problem, onConfirm }: ReasonDialogProps & { formId: string }) {
  const id = useId();
  const [reason, setReason] = useState(reasons[0] ?? "");
  const [note, setNote] = useState("");
  const [minutes, setMinutes] = useState<number | null>(1_440);
  const [isMissing, setIsMissing] = useState(false);
  const confirm = () => {
    setIsMissing(reason.trim() === "");
    if (reason.trim() !== "") onConfirm({ reason: reason.trim(), note: note.trim(), minutes: hasDuration ? minutes : null });
  };
  return (
    <form
      id={formId}
      className="chat:flex chat:flex-col chat:gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDown={(event) => {
        const isSelect = event.target instanceof HTMLSelectElement;
        if (event.key !== "Enter" || !(isSelect || event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        confirm();
      }}
    >
      <ReasonField label="Reason" reasons={reasons} isMissing={isMissing} onChange={setReason} />
      {hasDuration && (
        <div className="chat:flex chat:flex-col chat:gap-1">
          <label htmlFor={`${id}-duration`} className="chat:text-xs chat:font-medium">
            For how long
          </label>
          <select
            id={`${id}-duration`}
            value={minutes ?? ""}
            onChange={({ currentTarget: { value } }) => setMinutes(value === "" ? null : Number(value))}
            className={selectLook}
          >
            {durations.map(({ minutes: length, label }) => (
              <option key={label} value={length ?? ""}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      <TextArea
        label="Note for other moderators"
        value={note}
        rows={3}
        maxLength={1_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && (
        <p role="alert" className="chat:text-sm chat:text-danger-text">
          {problem}
        </p>
      )}
    </form>
  );
}
