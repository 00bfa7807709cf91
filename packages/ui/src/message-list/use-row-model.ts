"use client";

import { useState } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { layOutRows, type RowModel, type RowRules } from "./rows.ts";

/** The rows of this render, made from those of the last one. State and not a ref: a render may be thrown away or repeated. */
export function useRowModel(messages: readonly TimelineMessage[], rules: RowRules): RowModel {
  const [held, setHeld] = useState(() => layOutRows(messages, rules));
  const model = layOutRows(messages, rules, held);
  if (model !== held) setHeld(model);
  return model;
}
