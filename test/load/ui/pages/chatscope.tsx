import { ChatContainer, MainContainer, Message, MessageInput, MessageList } from "@chatscope/chat-ui-kit-react";
import "@chatscope/chat-ui-kit-styles/dist/default/styles.min.css";
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { me, runPage, type Line } from "./bench-page.ts";

const root = createRoot(document.querySelector("#root") as Element);

// The kit's list looks at its children's type, so a row cannot be a component of our own; its elements are kept instead.
const rows = new WeakMap<Line, ReactElement>();
function rowOf(line: Line) {
  const known = rows.get(line);
  if (known) return known;
  const row = (
    <Message
      key={line.id}
      data-row={line.id}
      model={{
        message: line.text,
        sender: line.author,
        direction: line.author === me ? "outgoing" : "incoming",
        position: "single",
        type: "text",
      }}
    >
      <Message.Header sender={line.author} />
    </Message>
  );
  rows.set(line, row);
  return row;
}

await runPage(
  (line) => line,
  (lines) =>
    root.render(
      <MainContainer>
        <ChatContainer>
          <MessageList>{lines.map(rowOf)}</MessageList>
          <MessageInput placeholder="Write" attachButton={false} />
        </ChatContainer>
      </MainContainer>,
    ),
);
