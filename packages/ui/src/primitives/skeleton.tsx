import type { CSSProperties, ReactElement } from "react";
import { classNames } from "../styles/class-names.ts";

/** A grey shape where content will be. Size it by class or style. */
export function Skeleton({ className, style }: { className?: string; style?: CSSProperties }): ReactElement {
  return (
    <span
      aria-hidden
      data-slot="skeleton"
      style={style}
      className={classNames(
        "chat:block chat:animate-[chat-pulse_1.6s_ease-in-out_infinite] chat:rounded-md chat:bg-active",
        className,
      )}
    />
  );
}
