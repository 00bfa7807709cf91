"use client";

import {
  forwardRef,
  useId,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type TextareaHTMLAttributes,
} from "react";
import { classNames } from "../styles/class-names.ts";

const box =
  "chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:text-sm chat:text-text chat:transition-colors chat:focus-visible:border-accent chat:focus-visible:outline-offset-0 chat:aria-invalid:border-danger-text chat:disabled:opacity-60";

interface FieldProps {
  label: string;
  /** True where the place itself says what it is: the label is only read out. */
  hideLabel?: boolean;
  hint?: string;
  error?: string | null;
}

export interface TextFieldProps extends FieldProps, InputHTMLAttributes<HTMLInputElement> {
  /** An icon before the text. */
  icon?: ReactNode;
}

export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hideLabel = false, hint, error, icon, className, ...input },
  ref,
) {
  const id = useId();
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <div className="chat:relative">
        {icon && (
          <span className="chat:pointer-events-none chat:absolute chat:inset-y-0 chat:start-2.5 chat:flex chat:items-center chat:text-muted">
            {icon}
          </span>
        )}
        <input
          ref={ref}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? `${id}-note` : undefined}
          className={classNames(box, "chat:h-9 chat:pe-3", icon ? "chat:ps-8" : "chat:ps-3")}
          {...input}
        />
      </div>
    </Field>
  );
});

export interface TextAreaProps extends FieldProps, TextareaHTMLAttributes<HTMLTextAreaElement> {}

export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
  { label, hideLabel = false, hint, error, className, rows = 3, ...input },
  ref,
) {
  const id = useId();
  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <textarea
        ref={ref}
        id={id}
        rows={rows}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        className={classNames(box, "chat:resize-y chat:px-3 chat:py-2")}
        {...input}
      />
    </Field>
  );
});

function Field(props: FieldProps & { id: string; className?: string | undefined; children: ReactNode }): ReactElement {
  const { id, label, hideLabel, hint, error, className, children } = props;
  return (
    <div
      data-slot="field"
      data-invalid={error ? true : undefined}
      className={classNames("chat:flex chat:flex-col chat:gap-1", className)}
    >
      <label
        htmlFor={id}
        className={hideLabel ? "chat:sr-only" : "chat:text-xs chat:font-medium chat:wrap-anywhere chat:text-text"}
      >
        {label}
      </label>
      {children}
      {(error || hint) && (
        <p
          id={`${id}-note`}
          role={error ? "alert" : undefined}
          className={classNames("chat:text-xs", error ? "chat:text-danger-text" : "chat:text-muted")}
        >
          {error || hint}
        </p>
      )}
    </div>
  );
}
