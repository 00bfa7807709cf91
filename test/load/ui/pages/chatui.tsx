import Chat, { Bubble, type MessageProps } from "@chatui/core";
import "@chatui/core/dist/index.css";
import { createRoot } from "react-dom/client";
import { me, runPage, type Line } from "./bench-page.ts";

const root = createRoot(document.querySelector("#root") as Element);
const nothing = () => undefined;

function toMessage({ id, author, text }: Line): MessageProps {
  return {
    _id: String(id),
    type: "text",
    content: { text },
    position: author === me ? "right" : "left",
    user: { name: author },
    hasTime: false,
  };
}

const renderContent = (message: MessageProps) => (
  <Bubble data-row={message._id} content={(message.content as { text: string }).text} />
);

await runPage(toMessage, (messages) =>
  root.render(
    <Chat messages={[...messages]} renderMessageContent={renderContent} onSend={nothing} placeholder="Write" locale="en-US" />,
  ),
);
