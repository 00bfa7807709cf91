"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True on an Apple keyboard, where ⌘ stands for Ctrl. The server cannot know, and paints the others' first. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
