import { expect, it } from "vitest";
import { isIntricate } from "./is-intricate.ts";

it.each([
  ["a long text", "All work and no play makes Jack a dull boy. ".repeat(200), false],
  ["a long text with some marks", "Use **this** and `that`, see [docs](https://example.com). ".repeat(30), false],
  ["a list of a hundred", "- item\n".repeat(100), false],
  ["code in a fence, whatever is in it", `\`\`\`\n${"*_a[b]> ".repeat(1_200)}\n\`\`\``, false],
  ["code in a fence that was never closed", `~~~\n${"*_a[b]> ".repeat(1_200)}`, false],
  ["the same beside a fence", `\`\`\`\ncode\n\`\`\`\n${"*_a[b]> ".repeat(1_200)}`, true],
  ["quotes in quotes", `${"> ".repeat(9)}a`, true],
  ["lists in quotes in lists", `${"- > 1. ".repeat(3)}a`, true],
  ["eight of them", `${"> ".repeat(8)}a`, false],
  ["thousands of stars", "a*".repeat(5_000), true],
  ["thousands of brackets", "[".repeat(10_000), true],
])("%s", (_, text, intricate) => {
  expect(isIntricate(text)).toBe(intricate);
});
