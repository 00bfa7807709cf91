"use client";

import { useRef, type ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { attachmentStrings } from "../catalogue/attachment-strings.ts";
import { IconButton } from "../primitives/icon-button.tsx";
import { PaperclipIcon } from "../primitives/media-icons.tsx";

const texts = { attachment: attachmentStrings };

export function AttachButton({
  onAttach,
  accept,
}: {
  onAttach: (files: readonly File[]) => void;
  accept: string | undefined;
}): ReactElement {
  const t = useTexts(texts);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Otherwise the same file could not be chosen again.
          event.target.value = "";
          if (files.length > 0) onAttach(files);
        }}
      />
      <IconButton label={t.attachment.add} icon={<PaperclipIcon size={18} />} onClick={() => input.current?.click()} />
    </>
  );
}
