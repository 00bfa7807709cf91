import type { Message } from "@chat/contract";
import type { AppChat } from "../../chat.config.ts";

/** What shows that a message is urgent. */
export function UrgentMark({ message }: { message: Pick<Message<AppChat>, "custom" | "deletedAt"> }) {
  if (message.custom.priority !== "urgent" || message.deletedAt !== null) return null;
  return (
    <span className="chat:inline-flex chat:items-center chat:rounded-md chat:bg-danger-soft chat:px-1.5 chat:text-2xs chat:font-semibold chat:text-danger-text">
      Urgent
    </span>
  );
}
