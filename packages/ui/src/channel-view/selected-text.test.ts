import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { makeMessage } from "../message-list/make-message.fixture.ts";
import { textToCopy, toForward } from "./selected-text.ts";

const called = makeMessage(1, { text: "ask [@Ann \\[x\\]](mention:a1) **now**" });

it("copies one as it is, and several with who and when; mentions become words", () => {
  expect(textToCopy([called], () => "Ben", "en-GB", "UTC")).toBe("ask @Ann [x] **now**");
  expect(textToCopy([called, makeMessage(2)], (message) => message.author.name, "en-GB", "UTC")).toBe(
    "[24/11/2026, 12:01] Ben: ask @Ann [x] **now**\n[24/11/2026, 12:02] Ben: message 2",
  );
});

it("forwards words under their author's name, other kinds as they are, and the product's own fields with both", () => {
  const urgent = { ...called, custom: { priority: "urgent" } };
  expect(toForward(urgent, "B_e_n", english)).toEqual({
    text: "_Forwarded from B\\_e\\_n_\n\nask @Ann [x] **now**",
    custom: { priority: "urgent" },
  });
  const order = makeMessage(3, {
    kind: "order",
    text: "Order 7 for [@Ann](mention:a1)",
    data: { number: 7 },
    custom: { orderId: "7" },
  });
  expect(toForward(order, "Ben", english)).toEqual({
    text: "Order 7 for @Ann",
    kind: "order",
    data: { number: 7 },
    custom: { orderId: "7" },
  });
});
