import type { Message, TranscriptMessage } from "@chat/contract";
import { english, systemText, withoutMentions } from "@chat/ui";
import { Avatar } from "@chat/ui/avatar";
import { Badge } from "@chat/ui/badge";
import { exactTime } from "../shell/moment.tsx";

export interface TranscriptLineProps {
  message: TranscriptMessage;
  onOpenThread: (channelId: string) => void;
}

/** One message as it was written: its source with mentions as names, unformatted, so that nothing in it loads or links. */
export function TranscriptLine({ message, onOpenThread }: TranscriptLineProps) {
  const { author, kind, text, createdAt, editedAt, deletedAt, deletedBy, hiddenAt, thread } = message;
  if (kind === "system")
    return (
      <li className="chat:text-center chat:text-xs chat:wrap-anywhere chat:text-muted">
        {systemText(message as unknown as Message, english, "en")}
      </li>
    );
  return (
    <li className="chat:flex chat:gap-2.5 chat:text-sm">
      <Avatar id={author.id} name={author.name} image={author.image} size={24} className="chat:mt-0.5" />
      <div className="chat:min-w-0 chat:flex-1">
        <p className="chat:flex chat:flex-wrap chat:items-center chat:gap-x-2 chat:gap-y-1">
          <bdi className="chat:min-w-0 chat:font-semibold chat:wrap-anywhere">{author.name}</bdi>
          <time dateTime={createdAt} className="chat:text-xs chat:text-muted">
            {exactTime(createdAt)}
          </time>
          {editedAt !== null && <Badge tone="muted">edited</Badge>}
          {hiddenAt !== null && <Badge>hidden</Badge>}
          {deletedAt !== null && <Badge>deleted{deletedBy === null ? "" : ` by ${deletedBy.name}`}</Badge>}
        </p>
        <p
          dir="auto"
          className={`chat:wrap-anywhere chat:whitespace-pre-line ${deletedAt === null ? "" : "chat:text-muted chat:line-through"}`}
        >
          {text === "" ? `(${kind})` : withoutMentions(text)}
        </p>
        {thread && (
          <button
            type="button"
            className="chat:text-xs chat:text-accent-text chat:hover:underline"
            onClick={() => onOpenThread(thread.channelId)}
          >
            {thread.replyCount === 1 ? "1 reply" : `${thread.replyCount} replies`}
          </button>
        )}
      </div>
    </li>
  );
}
