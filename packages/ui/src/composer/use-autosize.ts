import { useEffect, type RefObject } from "react";
import { useIsomorphicLayoutEffect } from "../message-list/use-isomorphic-layout-effect.ts";

/** Lets a textarea grow with its text in browsers that do not know `field-sizing`. */
export function useAutosize(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useIsomorphicLayoutEffect(() => grow(field.current), [field, text]);
  useEffect(() => {
    const onResize = () => grow(field.current);
    addEventListener("resize", onResize);
    return () => removeEventListener("resize", onResize);
  }, [field]);
}

function grow(field: HTMLTextAreaElement | null): void {
  if (!field || CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
