"use client";

import { Button } from "@chat/ui/button";
import { Dialog } from "@chat/ui/dialog";
import { useId, type ReactNode } from "react";
import { messageOf } from "./trpc.tsx";

export interface FormDialogProps {
  title: string;
  description?: string;
  /** `alert` for what nothing brings back. */
  kind?: "dialog" | "alert";
  size?: "sm" | "md";
  confirmLabel: string;
  isDanger?: boolean;
  /** False until the form can be sent. */
  isReady?: boolean;
  isPending: boolean;
  /** While it is under way it cannot be closed. */
  isHeld?: boolean;
  /** Why the last try failed; null where it did not. */
  error: unknown;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** A form over the screen: its fields, what went wrong, Cancel and one way on. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, kind = "dialog", size, isDanger = false, isReady = true, isPending, isHeld = false } = props;
  const id = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => open || isHeld || props.onClose()}
      kind={kind}
      title={title}
      {...(description === undefined ? {} : { description })}
      {...(size === undefined ? {} : { size })}
      footer={
        <>
          <Button disabled={isHeld} onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" form={id} variant={isDanger ? "danger" : "primary"} disabled={!isReady} pending={isPending}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="chat:flex chat:flex-col chat:gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) props.onSubmit();
        }}
      >
        {props.children}
        {props.error !== null && (
          <p role="alert" className="chat:text-sm chat:text-danger-text">
            {messageOf(props.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}
