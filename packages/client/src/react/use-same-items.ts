"use client";

import { useState } from "react";

/** The array of the last render while it holds the same items, so that a list does not render again for a new array of old rows. */
export function useSameItems<T>(items: T[]): T[] {
  const [held, hold] = useState(items);
  if (held === items) return held;
  if (held.length === items.length && held.every((item, index) => item === items[index])) return held;
  hold(items);
  return items;
}
