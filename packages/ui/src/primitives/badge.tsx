import type { ReactElement, ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";

const tones = {
  accent: "chat:bg-accent chat:text-accent-contrast",
  neutral: "chat:bg-active chat:text-text",
  muted: "chat:bg-active chat:text-muted",
  danger: "chat:bg-danger chat:text-danger-contrast",
  warning: "chat:bg-warning-soft chat:text-warning-text",
};

export interface BadgeProps {
  tone?: keyof typeof tones;
  /** Read out instead of the bare content, such as "3 unread messages". */
  label?: string;
  className?: string;
  children: ReactNode;
}

export function Badge({ tone = "neutral", label, className, children }: BadgeProps): ReactElement {
  return (
    <span
      data-slot="badge"
      data-tone={tone}
      className={classNames(
        "chat:inline-flex chat:h-5 chat:min-w-5 chat:shrink-0 chat:items-center chat:justify-center chat:rounded-full chat:px-1.5 chat:text-2xs chat:font-semibold chat:tabular-nums",
        tones[tone],
        className,
      )}
    >
      <span aria-hidden={label ? true : undefined}>{children}</span>
      {label && <span className="chat:sr-only">{label}</span>}
    </span>
  );
}

/** A number of unread things, "99+" from a hundred on; nothing at zero. */
export function CountBadge({
  count,
  label,
  tone = "accent",
}: {
  count: number;
  label?: string;
  tone?: keyof typeof tones;
}): ReactElement | null {
  if (count <= 0) return null;
  return (
    <Badge tone={tone} {...(label ? { label } : {})}>
      <bdi dir="ltr">{count > 99 ? "99+" : count}</bdi>
    </Badge>
  );
}
