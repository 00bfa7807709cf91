"use client";

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { createUploadQueue, type Upload, type Uploader } from "../uploads/upload-queue.ts";

const none: readonly Upload[] = [];

/**
 * The files of a message that is being written, on their way to the server by `upload`. They fit the composer's tray; what `take` answers goes
 * into the message. All is stopped when the component goes.
 */
export function useUploads(upload: Uploader) {
  const latest = useRef(upload);
  useEffect(() => {
    latest.current = upload;
  });
  const [queue] = useState(() => createUploadQueue((file, options) => latest.current(file, options)));
  useEffect(() => () => queue.clear(), [queue]);
  const items = useSyncExternalStore(queue.subscribe, queue.read, () => none);
  const actions = useMemo(() => {
    const { add, remove, retry, take, clear } = queue;
    return { add, remove, retry, take, clear };
  }, [queue]);
  return {
    state: {
      items,
      isUploading: items.some((item) => item.state === "uploading"),
      hasFailed: items.some((item) => item.state === "failed"),
    },
    actions,
  };
}
