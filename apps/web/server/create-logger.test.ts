import { expect, it } from "vitest";
import { formatLine } from "./create-logger.ts";

const plain = (fields: object) => formatLine(JSON.stringify(fields), false);

it("writes a call as one readable line", () => {
  const line = plain({ level: 30, time: Date.UTC(2026, 10, 24), path: "message.send", ms: 3.1, code: "OK", msg: "call" });
  expect(line).toMatch(/^\d\d:\d\d:\d\d info {2}call path=message.send ms=3.1 code=OK\n$/);
});

it("puts an error's stack below the line", () => {
  const line = plain({ level: 50, time: 0, msg: "call failed", err: { message: "x", stack: "Error: x\n    at y" } });
  expect(line).toMatch(/call failed\nError: x\n {4}at y\n$/);
});

it("is red for errors in a terminal alone", () => {
  const json = JSON.stringify({ level: 50, time: 0, msg: "x" });
  expect(formatLine(json, true)).toContain("\x1b[31m");
  expect(formatLine(json, false)).not.toContain("\x1b[");
});
