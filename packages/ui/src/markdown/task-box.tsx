"use client";

import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { messageStrings } from "../catalogue/message-strings.ts";

const texts = { message: messageStrings };

/** A task's box in a list: nothing to press, and it says its state. */
export function TaskBox({ isDone }: { isDone: boolean }): ReactElement {
  const t = useTexts(texts);
  return (
    <span role="img" aria-label={isDone ? t.message.taskDone : t.message.taskOpen}>
      {isDone ? "☑" : "☐"}
    </span>
  );
}
