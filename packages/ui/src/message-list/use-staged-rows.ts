"use client";

import { useState } from "react";
import { nextStage, type Stage } from "./stage-rows.ts";
import { useIsomorphicLayoutEffect } from "./use-isomorphic-layout-effect.ts";

/** Rows on their way into the windowed list; see `nextStage`. */
export function useStagedRows<R extends { key: string }>(target: readonly R[]): Stage<R> {
  const [held, setHeld] = useState<Stage<R>>(() => ({ rows: target, shift: false, generation: 0, target }));
  let stage = held;
  if (held.target !== target) {
    stage = nextStage(held, target);
    setHeld(stage);
  }
  useIsomorphicLayoutEffect(() => {
    if (stage.rows !== stage.target) setHeld(nextStage(stage, stage.target));
  }, [stage]);
  return stage;
}
