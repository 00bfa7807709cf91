import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { english } from "../catalogue/english.ts";
import { TypingIndicator, typingText } from "./typing-indicator.tsx";

it("names two, and no more", () => {
  const people = ["Ann", "Ben", "Cleo"].map((name) => ({ name }));
  expect([0, 1, 2, 3].map((count) => typingText(people.slice(0, count), english))).toEqual([
    "",
    "Ann is typing…",
    "Ann and Ben are typing…",
    "Several people are typing…",
  ]);
});

it("takes the same room whether anyone types or not", () => {
  for (const users of [[], [{ name: "Ann" }]]) expect(renderToString(<TypingIndicator users={users} />)).toContain("chat:h-5");
});
