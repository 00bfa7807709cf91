import { expect, it } from "vitest";
import { neighbour, readMessengerKey } from "./messenger-keys.ts";

const press = (over: object) =>
  readMessengerKey({ key: "", altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, defaultPrevented: false, ...over });

it("reads its keys, and only those", () => {
  expect(press({ key: "k", ctrlKey: true })).toBe("search");
  expect(press({ key: "K", metaKey: true })).toBe("search");
  expect(press({ key: "ArrowDown", altKey: true })).toBe("next");
  expect(press({ key: "ArrowUp", altKey: true })).toBe("previous");
  expect(press({ key: "Escape" })).toBe("escape");
  expect(press({ key: "Escape", defaultPrevented: true })).toBeNull();
  expect(press({ key: "?", shiftKey: true })).toBe("keys");
  expect(press({ key: "ArrowDown" })).toBeNull();
  expect(press({ key: "ArrowDown", altKey: true, ctrlKey: true })).toBeNull();
});

it("goes to the neighbour and stops at the ends", () => {
  const ids = ["a", "b", "c"];
  expect(neighbour(ids, "b", 1)).toBe("c");
  expect(neighbour(ids, "c", 1)).toBe("c");
  expect(neighbour(ids, "a", -1)).toBe("a");
  expect(neighbour(ids, null, 1)).toBe("a");
  expect(neighbour(ids, "gone", -1)).toBe("a");
  expect(neighbour([], null, 1)).toBeNull();
});
