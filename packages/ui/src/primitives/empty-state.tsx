import type { ReactElement, ReactNode } from "react";
import { classNames } from "../styles/class-names.ts";

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  description?: string;
  /** One thing to do about it. */
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, description, action, className }: EmptyStateProps): ReactElement {
  return (
    <div
      data-slot="empty-state"
      className={classNames(
        "chat:flex chat:flex-col chat:items-center chat:justify-center chat:gap-1 chat:px-6 chat:py-10 chat:text-center",
        className,
      )}
    >
      {icon && <div className="chat:mb-2 chat:rounded-xl chat:bg-hover chat:p-3 chat:text-muted">{icon}</div>}
      <p className="chat:text-sm chat:font-semibold chat:text-text">
        <bdi>{title}</bdi>
      </p>
      {description && (
        <p className="chat:max-w-80 chat:text-sm chat:text-balance chat:text-muted">
          <bdi>{description}</bdi>
        </p>
      )}
      {action && <div className="chat:mt-3">{action}</div>}
    </div>
  );
}
