import { ChatRoot, Composer, createDraftStore, type ComposerSubmission, type TrayAttachment } from "@chat/ui";
import { useState } from "react";
import { others } from "./make-messages.ts";

export interface ComposerSeen {
  sent: ComposerSubmission[];
  voices: { type: string; size: number; durationMs: number; bars: number }[];
}

declare global {
  interface Window {
    seen: ComposerSeen;
    attachments: (change: (held: readonly TrayAttachment[]) => readonly TrayAttachment[]) => void;
  }
}

const query = new URLSearchParams(location.search);
const drafts = createDraftStore("stage");
window.seen = { sent: [], voices: [] };

export function ComposerStage() {
  const [attachments, setAttachments] = useState<readonly TrayAttachment[]>([]);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  window.attachments = setAttachments;
  const files = query.has("files") && {
    attachments,
    onAttach: (added: readonly File[]) =>
      setAttachments((held) => [
        ...held,
        ...added.map((file, at) => ({
          id: `a${held.length + at}`,
          name: file.name,
          size: file.size,
          type: file.type,
          state: "ready" as const,
          ...(file.type.startsWith("image/") ? { previewUrl: URL.createObjectURL(file) } : {}),
        })),
      ]),
    onRemoveAttachment: (id: string) => setAttachments((held) => held.filter((attachment) => attachment.id !== id)),
    onRetryAttachment: (id: string) =>
      setAttachments((held) => held.map((one) => (one.id === id ? { ...one, state: "uploading", progress: 0.4 } : one))),
  };
  return (
    <ChatRoot locale={query.get("locale") ?? "en"} style={{ height: "100%", containerType: "size" }}>
      <div style={{ position: "absolute", inset: "auto 12px 12px" }}>
        <Composer
          channelId="stage"
          title="Design"
          drafts={drafts}
          waitUntil={waitUntil}
          searchMentions={() => others}
          onSend={(submission) => {
            window.seen.sent.push(submission);
            setAttachments([]);
            if (query.has("slow")) setWaitUntil(Date.now() + 2_000);
          }}
          {...files}
          {...(query.has("voice")
            ? {
                onVoice: ({ blob, durationMs, waveform }) =>
                  window.seen.voices.push({ type: blob.type, size: blob.size, durationMs, bars: waveform.length }),
              }
            : {})}
          {...(query.has("rich")
            ? {
                renderEditor: (editor) => (
                  <div
                    ref={(element) =>
                      editor.register(element && { focus: () => element.focus(), insert: (text) => element.append(text) })
                    }
                    role="textbox"
                    tabIndex={0}
                    contentEditable
                    suppressContentEditableWarning
                    aria-label={editor.label}
                    onInput={(event) => editor.onChange(event.currentTarget.textContent)}
                    onKeyDown={(event) => {
                      if (event.key !== "Enter") return;
                      event.preventDefault();
                      editor.onSubmit();
                    }}
                  />
                ),
              }
            : {})}
        />
      </div>
    </ChatRoot>
  );
}
