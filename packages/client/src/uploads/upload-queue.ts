import type { ErrorData } from "@chat/contract";
import { v7 as uuidv7 } from "uuid";
import { chatErrorOf } from "../connection/chat-error.ts";

/** Takes the bytes of one file. It tells how far it is, from 0 to 1, stops at `signal`, and answers what the server calls the file. */
export type Uploader = (
  file: File,
  options: { signal: AbortSignal; onProgress: (progress: number) => void },
) => Promise<{ id: string }>;

/** A file on its way. `uploading` also while it waits for its turn. */
export interface Upload {
  /** This device's own, from choosing to sending. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type, as the browser takes it for; empty where it does not know. */
  readonly type: string;
  /** A picture's own address, good until it is removed or taken. */
  readonly previewUrl?: string;
  readonly state: "uploading" | "ready" | "failed";
  /** 0 to 1. */
  readonly progress: number;
  /** What the server calls it, once it is there. */
  readonly attachmentId: string | null;
  readonly error: ErrorData | null;
}

export interface UploadQueue {
  /** The same array while nothing changed. */
  read(): readonly Upload[];
  subscribe(listener: () => void): () => void;
  add(files: Iterable<File>): void;
  /** Stops it, where it is still on its way, and forgets it. */
  remove(id: string): void;
  /** Begins a failed one anew. */
  retry(id: string): void;
  /** Answers the attachment ids of the files that are there, in order, and forgets these: what a message is sent with. */
  take(): string[];
  /** Stops and forgets all. */
  clear(): void;
}

interface Running {
  readonly file: File;
  readonly abort: AbortController | null;
}

const step = 0.01;

/** Uploads files, `atOnce` of them at the same time, in the order in which they were added. */
export function createUploadQueue(upload: Uploader, atOnce = 3): UploadQueue {
  const files = new Map<string, Running>();
  const listeners = new Set<() => void>();
  let items: readonly Upload[] = [];

  const show = (next: readonly Upload[]) => {
    items = next;
    for (const listener of listeners) listener();
  };
  const change = (id: string, part: Partial<Upload>) => show(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const isCurrent = (id: string, abort: AbortController) => files.get(id)?.abort === abort;

  const begin = () => {
    const running = items.filter((item) => item.state === "uploading" && files.get(item.id)?.abort != null).length;
    const waiting = items.filter((item) => item.state === "uploading" && files.get(item.id)?.abort === null);
    for (const { id } of waiting.slice(0, Math.max(0, atOnce - running))) void run(id);
  };

  async function run(id: string): Promise<void> {
    const file = files.get(id)?.file;
    if (file === undefined) return;
    const abort = new AbortController();
    files.set(id, { file, abort });
    const onProgress = (progress: number) => {
      const shown = items.find((item) => item.id === id)?.progress ?? 1;
      if (isCurrent(id, abort) && progress >= shown + step) change(id, { progress: Math.min(1, progress) });
    };
    try {
      const { id: attachmentId } = await upload(file, { signal: abort.signal, onProgress });
      if (isCurrent(id, abort)) change(id, { state: "ready", progress: 1, attachmentId });
    } catch (error) {
      if (isCurrent(id, abort)) change(id, { state: "failed", error: chatErrorOf(error) });
    }
    begin();
  }

  const forget = (gone: readonly Upload[]) => {
    for (const { id, previewUrl } of gone) {
      files.get(id)?.abort?.abort();
      files.delete(id);
      if (previewUrl !== undefined) URL.revokeObjectURL(previewUrl);
    }
    if (gone.length > 0) show(items.filter((item) => !gone.includes(item)));
    begin();
  };

  return {
    read: () => items,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(added) {
      const next = Array.from(added, (file) => {
        const item = toUpload(file);
        files.set(item.id, { file, abort: null });
        return item;
      });
      if (next.length > 0) show([...items, ...next]);
      begin();
    },
    remove: (id) => forget(items.filter((item) => item.id === id)),
    retry(id) {
      const running = files.get(id);
      if (running === undefined || items.find((item) => item.id === id)?.state !== "failed") return;
      files.set(id, { file: running.file, abort: null });
      change(id, { state: "uploading", progress: 0, error: null });
      begin();
    },
    take() {
      const there = items.filter((item) => item.state === "ready");
      forget(there);
      return there.flatMap((item) => item.attachmentId ?? []);
    },
    clear: () => forget(items),
  };
}

function toUpload(file: File): Upload {
  return {
    id: uuidv7(),
    name: file.name,
    size: file.size,
    type: file.type,
    ...(file.type.startsWith("image/") ? { previewUrl: URL.createObjectURL(file) } : {}),
    state: "uploading",
    progress: 0,
    attachmentId: null,
    error: null,
  };
}
