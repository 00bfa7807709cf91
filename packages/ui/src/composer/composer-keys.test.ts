import { expect, it } from "vitest";
import { readComposerKey, type ComposerKey } from "./composer-keys.ts";

const press = (over: Partial<ComposerKey>, state: { isEmpty?: boolean; isTouch?: boolean } = {}) =>
  readComposerKey(
    {
      key: "a",
      code: "",
      keyCode: 65,
      isComposing: false,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      ...over,
    },
    { isEmpty: state.isEmpty ?? false, isTouch: state.isTouch ?? false },
  );

it("sends on Enter, breaks on Shift+Enter", () => {
  expect(press({ key: "Enter" })).toBe("send");
  expect(press({ key: "Enter", shiftKey: true })).toBe("newline");
});

it("leaves Enter to an input method", () => {
  expect(press({ key: "Enter", isComposing: true })).toBeNull();
  expect(press({ key: "Enter", keyCode: 229 })).toBeNull();
});

it("breaks the line on a touch keyboard, where a button sends", () => {
  expect(press({ key: "Enter" }, { isTouch: true })).toBe("newline");
  expect(press({ key: "Enter", ctrlKey: true }, { isTouch: true })).toBe("send");
});

it("edits the last message by ↑ in an empty composer only", () => {
  expect(press({ key: "ArrowUp" }, { isEmpty: true })).toBe("edit-last");
  expect(press({ key: "ArrowUp" })).toBeNull();
  expect(press({ key: "ArrowUp", shiftKey: true }, { isEmpty: true })).toBeNull();
});

it("marks up by Ctrl or ⌘", () => {
  expect(press({ key: "b", ctrlKey: true })).toBe("bold");
  expect(press({ key: "I", metaKey: true })).toBe("italic");
  expect(press({ key: "e", ctrlKey: true })).toBe("code");
  expect(press({ key: "i", ctrlKey: true, shiftKey: true })).toBeNull();
  expect(press({ key: "b" })).toBeNull();
  expect(press({ key: "X", code: "KeyX", ctrlKey: true, shiftKey: true })).toBe("strike");
  expect(press({ key: ")", code: "Digit9", ctrlKey: true, shiftKey: true })).toBe("quote");
  expect(press({ key: "x", code: "KeyX", ctrlKey: true })).toBeNull();
});
