import { expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

it("goes back to the conversation that was asked for", () => {
  expect(returnPath("/c/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11")).toBe("/c/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11");
  const thread = "/c/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11/t/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b12";
  expect(returnPath(thread)).toBe(thread);
  expect(returnPath("/admin")).toBe("/admin");
  expect(returnPath("/admin/queue")).toBe("/admin/queue");
});

it.each([
  null,
  undefined,
  "",
  "//evil.example",
  "https://evil.example",
  "/c/..",
  "/admin/../x",
  "/administrator",
  "javascript:alert(1)",
  "/c/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11/../x",
  "/c/01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11/t/../x",
])("goes to the start for %s", (next) => expect(returnPath(next)).toBe("/"));
