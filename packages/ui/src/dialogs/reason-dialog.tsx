"use client";

import { limits } from "@chat/contract";
import { useId, useState, type FormEvent, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { commonStrings } from "../catalogue/common-strings.ts";
import { moderationStrings } from "../catalogue/moderation-strings.ts";
import { Button } from "../primitives/button.tsx";
import { Dialog } from "../primitives/dialog.tsx";
import { TextArea } from "../primitives/text-field.tsx";
import { Problem } from "./problem.tsx";
import { useAttempt, type Attempt } from "./use-attempt.ts";

const texts = { common: commonStrings, moderation: moderationStrings };

export interface ReasonDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  /** Asks for how long, too. */
  hasDuration?: boolean;
  onClose: () => void;
  /** `durationMinutes` is null without an end, and where no duration is asked. */
  onConfirm: (reason: string, durationMinutes: number | null) => Attempt;
}

/** Asks why before something is done to somebody, who is told it. It stays open, and says why, where it was refused. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { title, text, confirmLabel, hasDuration = false, onClose, onConfirm } = props;
  const t = useTexts(texts);
  const id = useId();
  const { isPending, error, setError, run } = useAttempt();
  const [reason, setReason] = useState("");
  const [minutes, setMinutes] = useState<number | null>(1_440);
  const durations = [
    [60, t.moderation.oneHour],
    [1_440, t.moderation.oneDay],
    [10_080, t.moderation.sevenDays],
    [43_200, t.moderation.thirtyDays],
    [null, t.moderation.forGood],
  ] as const;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return setError(t.moderation.reasonMissing);
    if (await run(() => onConfirm(reason.trim(), hasDuration ? minutes : null))) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={title}
      description={text}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="submit" form={id} variant="danger" pending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        data-slot="reason-form"
        className="chat:flex chat:flex-col chat:gap-4"
        onSubmit={(event) => void submit(event)}
      >
        <Problem text={error} />
        <TextArea
          label={t.moderation.reason}
          value={reason}
          rows={2}
          maxLength={limits.reasonText}
          autoFocus
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setError(null);
          }}
        />
        {hasDuration && (
          <div className="chat:flex chat:flex-col chat:gap-1">
            <label htmlFor={`${id}-duration`} className="chat:text-xs chat:font-medium">
              {t.moderation.duration}
            </label>
            <select
              id={`${id}-duration`}
              value={minutes ?? ""}
              onChange={({ currentTarget: { value } }) => setMinutes(value === "" ? null : Number(value))}
              className="chat:h-9 chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text"
            >
              {durations.map(([length, label]) => (
                <option key={label} value={length ?? ""}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
      </form>
    </Dialog>
  );
}
