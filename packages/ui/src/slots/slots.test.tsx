import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { makeMessages } from "../message-list/make-message.fixture.ts";
import { MessageList } from "../message-list/message-list.tsx";
import { Message, type MessageProps } from "../message/message.tsx";
import { SlotsProvider, type Slots } from "./slots.tsx";

const outer: Slots = { MessageExtra: () => <i>outer extra</i>, DayDivider: ({ day }) => <hr title={day} /> };
const inner: Slots = {
  MessageExtra: () => <i>inner extra</i>,
  // The stock part inside its own slot: it must not look for the slot again.
  Message: (props: MessageProps) => (
    <section>
      <Message {...props} />
    </section>
  ),
};

it("merges nested slots, the inner ones winning, and lets a slot render the part whose place it takes", () => {
  const html = renderToString(
    <SlotsProvider components={outer}>
      <MessageList messages={makeMessages(1, 2)} me="me" components={inner} />
    </SlotsProvider>,
  );
  expect(html.match(/inner extra/g)).toHaveLength(2);
  expect(html).not.toContain("outer extra");
  expect(html).toContain('<hr title="2026-11-24"/>');
  expect(html.match(/<section><div role="article"/g)).toHaveLength(2);
});
