import type { ReactElement } from "react";
import { IconButton } from "../primitives/icon-button.tsx";
import { CloseIcon, EditIcon, ReplyIcon } from "../primitives/icons.tsx";

export interface ComposerBannerProps {
  kind: "reply" | "edit";
  title: string;
  /** What the quoted message says, in one line. */
  quote?: string;
  closeLabel: string;
  onClose: () => void;
}

/** The line above the text that says what is being answered or edited. */
export function ComposerBanner({ kind, title, quote, closeLabel, onClose }: ComposerBannerProps): ReactElement {
  return (
    <div
      data-slot="composer-banner"
      data-kind={kind}
      className="chat:flex chat:items-center chat:gap-3 chat:border-b chat:border-border chat:bg-surface chat:py-1.5 chat:ps-4 chat:pe-1.5"
    >
      <span className="chat:text-accent-text">{kind === "reply" ? <ReplyIcon /> : <EditIcon />}</span>
      <div className="chat:min-w-0 chat:flex-1 chat:text-xs">
        <p className="chat:truncate chat:font-semibold chat:text-accent-text">{title}</p>
        {quote !== undefined && (
          <p className="chat:truncate chat:text-muted">
            <bdi>{quote}</bdi>
          </p>
        )}
      </div>
      <IconButton label={closeLabel} icon={<CloseIcon />} tooltip={false} onClick={onClose} />
    </div>
  );
}
