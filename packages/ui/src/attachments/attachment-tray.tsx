"use client";

import type { ReactElement } from "react";
import { useTexts, useLocale } from "../catalogue/catalogue-provider.tsx";
import { attachmentStrings } from "../catalogue/attachment-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { CloseIcon } from "../primitives/icons.tsx";
import { FileIcon, RetryIcon } from "../primitives/media-icons.tsx";
import { classNames } from "../styles/class-names.ts";
import { fileSize } from "./file-size.ts";
import { ProgressRing } from "./progress-ring.tsx";
import type { TrayAttachment } from "./tray-attachment.ts";

const texts = { attachment: attachmentStrings };

export interface AttachmentTrayProps {
  attachments: readonly TrayAttachment[];
  onRemove: (id: string) => void;
  onRetry?: ((id: string) => void) | undefined;
}

/** The files of a message that is being written: what they are, how far they are, and the way to be rid of them. */
export function AttachmentTray({ attachments, onRemove, onRetry }: AttachmentTrayProps): ReactElement | null {
  const t = useTexts(texts);
  if (attachments.length === 0) return null;
  return (
    <ul
      aria-label={t.attachment.tray}
      data-slot="attachment-tray"
      className="chat-scroll chat:flex chat:gap-2 chat:overflow-x-auto chat:px-3 chat:pt-3"
    >
      {attachments.map((attachment) => (
        <TrayItem key={attachment.id} attachment={attachment} onRemove={onRemove} onRetry={onRetry} />
      ))}
    </ul>
  );
}

interface TrayItemProps extends Pick<AttachmentTrayProps, "onRemove" | "onRetry"> {
  attachment: TrayAttachment;
}

function TrayItem({ attachment, onRemove, onRetry }: TrayItemProps) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { id, name, size, state } = attachment;
  const said = state === "failed" ? (attachment.problem ?? t.attachment.failed) : fileSize(size, locale);
  return (
    <li
      data-slot="attachment"
      data-state={state}
      className={classNames(
        "chat:relative chat:flex chat:h-14 chat:w-52 chat:shrink-0 chat:items-center chat:gap-2 chat:rounded-lg chat:border chat:pe-8",
        state === "failed" ? "chat:border-danger chat:bg-danger-soft" : "chat:border-border chat:bg-surface",
      )}
    >
      <span className="chat:relative chat:flex chat:size-13.5 chat:shrink-0 chat:items-center chat:justify-center chat:overflow-hidden chat:rounded-s-[7px] chat:bg-active chat:text-muted">
        {attachment.previewUrl && attachment.type.startsWith("image/") ? (
          <img src={attachment.previewUrl} alt="" className="chat:size-full chat:object-cover" />
        ) : (
          <FileIcon size={20} />
        )}
        {state === "uploading" && <ProgressRing value={attachment.progress ?? 0} label={t.attachment.uploading(name)} />}
      </span>
      <span className="chat:min-w-0 chat:text-xs">
        <bdi className="chat:block chat:truncate chat:font-medium">{name}</bdi>
        <span
          role={state === "failed" ? "alert" : undefined}
          className={classNames("chat:block chat:truncate", state === "failed" ? "chat:text-danger-text" : "chat:text-muted")}
        >
          <bdi>{said}</bdi>
        </span>
      </span>
      <span className="chat:absolute chat:end-0.5 chat:top-0.5 chat:flex chat:flex-col">
        <IconButton
          size="sm"
          tooltip={false}
          label={t.attachment.remove(name)}
          icon={<CloseIcon size={14} />}
          onClick={() => onRemove(id)}
        />
        {state === "failed" && onRetry && (
          <IconButton
            size="sm"
            tooltip={false}
            label={t.attachment.retry(name)}
            icon={<RetryIcon size={14} />}
            onClick={() => onRetry(id)}
          />
        )}
      </span>
    </li>
  );
}
