import type { ReactElement } from "react";
import { AlertIcon } from "../primitives/icons.tsx";

/** What was refused, and why; read out at once. */
export function Problem({ text }: { text: string | null }): ReactElement | null {
  if (text === null) return null;
  return (
    <p
      role="alert"
      data-slot="problem"
      className="chat:flex chat:items-start chat:gap-2 chat:rounded-lg chat:bg-danger-soft chat:px-3 chat:py-2 chat:text-sm chat:text-danger-text"
    >
      <AlertIcon className="chat:mt-0.5" />
      <span className="chat:min-w-0 chat:wrap-anywhere">{text}</span>
    </p>
  );
}
