/** A file beside a message that is being written. */
export interface TrayAttachment {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  /** MIME type; pictures show themselves. */
  type: string;
  /** An address of this page (`URL.createObjectURL`) or of the server. */
  previewUrl?: string;
  state: "uploading" | "ready" | "failed";
  /** 0 to 1, while it uploads. */
  progress?: number;
  /** Why it failed, in the reader's words. */
  problem?: string;
}

/** True once nothing is left to wait for: what failed must be retried or removed first. */
export function areReady(attachments: readonly TrayAttachment[]): boolean {
  return attachments.every((attachment) => attachment.state === "ready");
}
