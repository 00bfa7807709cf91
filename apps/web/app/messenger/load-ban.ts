import { siteBanOf } from "@chat/client";
import type { OwnSanction } from "@chat/contract";
import { callChat, codeOf } from "./load-me.ts";

/** The ban from the whole site of who signed in, the one that lasts longest; null for everybody else. */
export async function loadBan(): Promise<OwnSanction | null> {
  const call = await callChat();
  try {
    return siteBanOf((await call.sanction.mine()).items);
  } catch (error) {
    if (codeOf(error) === "UNAUTHORIZED") return null;
    throw error;
  }
}
