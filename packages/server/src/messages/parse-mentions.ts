import { limits } from "@chat/contract";

/** What a message's links mention: `[@Ann](mention:<userId>)`, `mention:channel` or `mention:here`. */
export interface Mentioned {
  readonly userIds: string[];
  readonly all: boolean;
}

const link = /\]\(mention:(channel|here|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gi;
const code = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

/** Mentions in order of first appearance, without those inside code; at most `limits.mentions` people. Members are told apart later. */
export function parseMentions(text: string): Mentioned {
  if (!text.includes("mention:")) return { userIds: [], all: false };
  const userIds = new Set<string>();
  let all = false;
  for (const [, target] of text.replace(code, "").matchAll(link)) {
    if (target === "channel" || target === "here") all = true;
    else if (target !== undefined && userIds.size < limits.mentions) userIds.add(target.toLowerCase());
  }
  return { userIds: [...userIds], all };
}
