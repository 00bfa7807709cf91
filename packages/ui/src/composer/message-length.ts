import { limits } from "@chat/contract";

/** What the counter shows: nothing until the text nears the limit, then how many characters are left (negative when over). */
export function charactersLeft(
  markdown: string,
  limit: number = limits.messageText,
): { left: number; isNear: boolean; isOver: boolean } {
  const left = limit - markdown.length;
  return { left, isNear: left <= Math.min(500, limit / 10), isOver: left < 0 };
}
