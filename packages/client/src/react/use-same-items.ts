"use client";

import { useState } from "react";

/** The array of the last render while it holds the same items, so that a list does not render again for a new array of old rows. */
export function useSameItems<T>(items: T[]): T[] {
  // A closure rather than a state: to set one while rendering would render twice for every new row.
  const [keep] = useState(() => keepSame<T>());
  return keep(items);
}

function keepSame<T>(): (items: T[]) => T[] {
  let held: T[] | undefined;
  return (items) => {
    const before = held;
    if (before?.length === items.length && before.every((item, index) => item === items[index])) return before;
    held = items;
    return items;
  };
}
