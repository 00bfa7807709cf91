import { expect, it } from "vitest";
import { coverSquare, dataUrlBytes } from "./shrink-image.ts";

it("counts decoded bytes", () => {
  for (const size of [0, 1, 2, 3, 100, 101, 102]) {
    expect(dataUrlBytes(`data:image/webp;base64,${Buffer.alloc(size).toString("base64")}`)).toBe(size);
  }
});

it("takes the middle square and never enlarges", () => {
  expect(coverSquare(1000, 400)).toEqual({ x: 300, y: 0, size: 400, target: 256 });
  expect(coverSquare(100, 300)).toEqual({ x: 0, y: 100, size: 100, target: 100 });
});
