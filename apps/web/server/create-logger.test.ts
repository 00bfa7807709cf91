import { expect, it } from "vitest";
import { formatLine } from "./create-logger.ts";

const plain = (line: string) => line.replaceAll(/\x1b\[\d+m/g, "");

it("writes a call as one readable line", () => {
  const line = plain(formatLine(JSON.stringify({ level: 30, time: Date.UTC(2026, 10, 24), path: "message.send", ms: 3.1, code: "OK", msg: "call" })));
  expect(line).toMatch(/^\d\d:\d\d:\d\d info {2}call path=message.send ms=3.1 code=OK\n$/);
});

it("puts an error's stack below the line", () => {
  const line = plain(formatLine(JSON.stringify({ level: 50, time: 0, msg: "call failed", err: { message: "x", stack: "Error: x\n    at y" } })));
  expect(line).toMatch(/call failed\nError: x\n {4}at y\n$/);
});
