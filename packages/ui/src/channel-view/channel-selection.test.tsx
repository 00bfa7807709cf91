// @vitest-environment happy-dom
import { ChatProvider } from "@chat/client/react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { makeClient } from "../fixtures/make-client.ts";
import { hardwareId, makeMessage } from "../fixtures/make-message.ts";
import { freya } from "../fixtures/people.ts";
import { releaseId } from "../fixtures/rooms.ts";
import { ChannelSelection } from "./channel-selection.tsx";

const order = makeMessage({ kind: "order", text: "Order 4711", custom: { orderId: "4711" } });
const words = makeMessage({ seq: 2, text: "see above" });
const button = (name: string) =>
  [...document.querySelectorAll("button")].find(
    (held) => held.getAttribute("aria-label") === name || held.textContent.endsWith(name),
  );
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });
const click = (name: string) => button(name)?.click();

/** The bar over two messages, and the dialog to forward them open; ends with the test. */
async function open() {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  const client = makeClient({ capabilities: ["blocks"], blocked: [freya], refused: { "message.send": "MUTED" } });
  const told = {
    onEnd: vi.fn<() => void>(),
    onProblem: vi.fn<(text: string) => void>(),
    onDone: vi.fn<(text: string) => void>(),
  };
  root.render(
    <ChatProvider client={client}>
      <ChannelSelection channelId={hardwareId} chosen={[order, words]} actions={{}} people={() => undefined} {...told} />
    </ChatProvider>,
  );
  await until(() => expect(button("Forward")).toBeDefined());
  click("Forward");
  await until(() => expect(button("Release crew")).toBeDefined());
  return { client, ...told, [Symbol.dispose]: () => root.unmount() };
}

it("says that it forwarded once the server has it, with the fields of the product's own kinds", async () => {
  using opened = await open();
  const answers = [Promise.withResolvers<never>(), Promise.withResolvers<never>()] as const;
  const send = vi.spyOn(opened.client.messages, "send");
  for (const { promise } of answers) send.mockReturnValueOnce(promise);
  click("Release crew");
  expect(send.mock.calls).toEqual([
    [releaseId, { kind: "order", text: "Order 4711", custom: { orderId: "4711" } }],
    [releaseId, { text: "_Forwarded from Freya Lindqvist_\n\nsee above", custom: {} }],
  ]);
  expect(opened.onEnd).toHaveBeenCalledOnce();
  answers[0].resolve({} as never);
  await answers[0].promise;
  expect(opened.onDone).not.toHaveBeenCalled();
  answers[1].resolve({} as never);
  await until(() => expect(opened.onDone).toHaveBeenCalled());
  expect(opened.onDone).toHaveBeenCalledExactlyOnceWith("Forwarded to Release crew");
}, 30_000);

it("says what was not forwarded, and why", async () => {
  using opened = await open();
  vi.spyOn(opened.client.messages, "send").mockResolvedValueOnce({} as never);
  click("Release crew");
  await until(() => expect(opened.onProblem).toHaveBeenCalled());
  expect(opened.onProblem).toHaveBeenCalledExactlyOnceWith("1 of 2 not forwarded to Release crew: You are muted here.");
  expect(opened.onDone).not.toHaveBeenCalled();
}, 30_000);

it("offers no conversation with a person whom the reader blocked", async () => {
  using _opened = await open();
  expect(button("Linh Tran")).toBeDefined();
  await until(() => expect(button("Freya Lindqvist")).toBeUndefined());
}, 30_000);
