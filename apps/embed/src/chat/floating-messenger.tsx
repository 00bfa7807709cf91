import type { ChatClient } from "@chat/client";
import { Messenger } from "@chat/ui";
import type { ShopChat } from "../../chat.config.ts";
import { ChatIcon, CloseIcon } from "../shop/icons.tsx";
import { kinds } from "./order-kind.tsx";
import { UnreadBadge } from "./unread-badge.tsx";
import { useEmojiUrl } from "./use-emoji-url.ts";

interface FloatingMessengerProps {
  client: ChatClient<ShopChat>;
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** All conversations in a panel over the page, and the bubble that opens it. */
export function FloatingMessenger({ client, title, isOpen, onOpenChange }: FloatingMessengerProps) {
  const emojiDataUrl = useEmojiUrl();
  return (
    <>
      {isOpen && (
        <aside className="panel" aria-label="Messages">
          <header className="panel-bar">
            <strong>{title}</strong>
            <button type="button" className="tool narrow" aria-label="Close messages" onClick={() => onOpenChange(false)}>
              <CloseIcon />
            </button>
          </header>
          <Messenger
            client={client}
            kinds={kinds}
            layout="bubbles"
            emojiDataUrl={emojiDataUrl}
            productName={false}
            isMain={false}
            canStart={false}
          />
        </aside>
      )}
      <button
        type="button"
        className="bubble"
        aria-expanded={isOpen}
        aria-label={isOpen ? "Close messages" : "Open messages"}
        onClick={() => onOpenChange(!isOpen)}
      >
        {isOpen ? <CloseIcon /> : <ChatIcon size={26} />}
        {!isOpen && <UnreadBadge />}
      </button>
    </>
  );
}
