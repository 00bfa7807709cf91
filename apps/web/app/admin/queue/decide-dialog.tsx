"use client";

import type { ActOnCase, CaseAction, ReportCase } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { TextArea } from "@chat/ui/text-field";
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { durations, selectLook } from "../shell/durations.ts";
import { ReasonField } from "../shell/reason-field.tsx";
import { actionWords, reasonsFor } from "./words.ts";

export interface DecideDialogProps {
  found: ReportCase;
  /** Null is closed. */
  action: CaseAction | null;
  /** True once Enter was pressed, though the dialog was not there yet: it confirms as it comes. */
  isConfirmed: RefObject<boolean>;
  onClose: () => void;
  onDecide: (input: Omit<ActOnCase, "caseId">) => void;
}

/** Asks how a case is decided: the first answer of each is the usual one, so that Enter alone confirms. */
export function DecideDialog({ found, action, isConfirmed, onClose, onDecide }: DecideDialogProps) {
  const formId = useId();
  const words = actionWords[action ?? "dismiss"];
  return (
    <Dialog
      open={action !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={words.title(found.user.name)}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant={action === "dismiss" || action === "escalate" ? "primary" : "danger"}>
            {words.label}
          </Button>
        </>
      }
    >
      {action !== null && <DecideForm key={`${found.id} ${action}`} {...{ formId, found, action, isConfirmed, onDecide }} />}
    </Dialog>
  );
}

interface DecideFormProps extends Pick<DecideDialogProps, "found" | "isConfirmed" | "onDecide"> {
  formId: string;
  action: CaseAction;
}

function DecideForm({ formId, found, action, isConfirmed, onDecide }: DecideFormProps) {
  const isTold = action !== "dismiss" && action !== "escalate";
  const reasons = reasonsFor(
    action,
    found.reasons.map(({ reason }) => reason),
  );
  const isTimed = action === "mute" || action === "ban";
  const hasScope = isTimed && found.channel !== null && found.channel.type !== "direct";
  const [reason, setReason] = useState(reasons[0] ?? "");
  const [minutes, setMinutes] = useState<number | null>(1_440);
  const [isEverywhere, setIsEverywhere] = useState(true);
  const [deletes, setDeletes] = useState(found.isHidden || action === "ban");
  const [note, setNote] = useState("");
  const canDelete = found.messageId !== null && (isTimed || action === "warn");
  const [isMissing, setIsMissing] = useState(false);
  const confirm = () => {
    setIsMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    onDecide({
      action,
      reason: reason.trim(),
      note: note.trim(),
      ...(isTimed && { durationMinutes: minutes, scope: isEverywhere || !hasScope ? "everywhere" : "channel" }),
      ...(canDelete && { deleteMessage: deletes }),
    });
  };
  const latest = useRef(confirm);
  latest.current = confirm;
  useEffect(() => {
    if (isConfirmed.current) latest.current();
  }, [isConfirmed]);
  return (
    <form
      id={formId}
      className="chat:flex chat:flex-col chat:gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDown={(event) => {
        const isNote = event.target instanceof HTMLTextAreaElement;
        if (event.key !== "Enter" || (isNote && !event.ctrlKey && !event.metaKey)) return;
        event.preventDefault();
        confirm();
      }}
    >
      <ReasonField
        label={isTold ? "What the person is told" : "Reason, for other moderators"}
        reasons={reasons}
        isMissing={isMissing}
        onChange={setReason}
      />
      {isTimed && (
        <Labelled label="For how long">
          {(id) => (
            <select
              id={id}
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
          )}
        </Labelled>
      )}
      {hasScope && (
        <Labelled label="Where">
          {(id) => (
            <select
              id={id}
              value={isEverywhere ? "everywhere" : "channel"}
              onChange={({ currentTarget: { value } }) => setIsEverywhere(value === "everywhere")}
              className={selectLook}
            >
              <option value="everywhere">Everywhere</option>
              <option value="channel">Only in {found.channel?.name ?? "this group"}</option>
            </select>
          )}
        </Labelled>
      )}
      {canDelete && (
        <label className="chat:flex chat:items-center chat:gap-2 chat:text-sm">
          <input
            type="checkbox"
            className="chat:size-4 chat:shrink-0"
            checked={deletes}
            onChange={({ currentTarget: { checked } }) => setDeletes(checked)}
          />
          Delete the message too
        </label>
      )}
      <TextArea
        label={isTold ? "Note for other moderators" : "Note"}
        value={note}
        rows={2}
        maxLength={1_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </form>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="chat:flex chat:flex-col chat:gap-1">
      <label htmlFor={id} className="chat:text-xs chat:font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
