import { expect, it } from "vitest";
import { fileSize } from "./file-size.ts";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1 kB"],
  [3_420_000, "3.4 MB"],
  [34_200_000, "34 MB"],
  [5_000_000_000_000, "5,000 GB"],
])("%i is %s", (bytes, text) => {
  expect(fileSize(bytes, "en")).toBe(text);
});
