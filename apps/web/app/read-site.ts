import type { Site } from "@chat/server";
import { getChatInstance } from "../chat-instance.ts";

/** What this site is called and who may sign up, as of this request. */
export function readSite(): Site {
  return getChatInstance().chat.site();
}
